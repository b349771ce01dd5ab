import { BuilderElement, Tab, TextRun, XmlComponent } from 'docx';
import { legalCharacters } from '../../xml.js';

/** A complex field with its result, which is shown until the field is updated (ECMA-376-1, 17.16.18). */
export function fieldRuns(instruction: string, result: readonly TextRun[]): readonly TextRun[] {
  return [...fieldStart(instruction), ...result, fieldEnd()];
}

/** The beginning of a field; the result follows, possibly over several paragraphs, up to `fieldEnd`. */
export function fieldStart(instruction: string): readonly TextRun[] {
  return [fieldCharacter('begin'), instructionRun([instruction]), fieldCharacter('separate')];
}

export function fieldEnd(): TextRun {
  return fieldCharacter('end');
}

/** An invisible TC field: an entry for Word to rebuild the table of contents from. `texts` are separated by tabs. */
export function contentsEntryField(texts: readonly string[], level: number): readonly TextRun[] {
  const quoted = texts.map((text) => text.replace(/["\\]/g, '\\$&'));
  const first = ` TC "${quoted[0] ?? ''}`;
  return [
    fieldCharacter('begin'),
    instructionRun([first, ...quoted.slice(1)], `" \\l ${level} `),
    fieldCharacter('end'),
  ];
}

/** A tab in a field instruction is an element, as in any text run. */
function instructionRun(texts: readonly string[], end = ''): TextRun {
  const last = texts.length - 1;
  const children = texts.flatMap((text, index) => [
    ...(index === 0 ? [] : [new Tab()]),
    new Instruction(index === last ? text + end : text),
  ]);
  return new TextRun({ children });
}

class Instruction extends XmlComponent {
  constructor(text: string) {
    super('w:instrText');
    this.root.push({ _attr: { 'xml:space': 'preserve' } }, legalCharacters(text));
  }
}

function fieldCharacter(type: 'begin' | 'separate' | 'end'): TextRun {
  const attributes = { type: { key: 'w:fldCharType', value: type } };
  return new TextRun({ children: [new BuilderElement({ name: 'w:fldChar', attributes })] });
}
