import { BuilderElement, Tab, TextRun, XmlComponent } from 'docx';
import { legalCharacters } from '../package/xml.js';

/** A field whose result stands in the file, so that it shows before anyone updates it (ECMA-376-1, 17.16.18). */
export function fieldRuns(instruction: string, result: readonly TextRun[]): readonly TextRun[] {
  return [...fieldStart(instruction), ...result, fieldEnd()];
}

/** The beginning of a field; its result follows, perhaps over several paragraphs, up to `fieldEnd`. */
export function fieldStart(instruction: string): readonly TextRun[] {
  return [character('begin'), instructionRun([instruction]), character('separate')];
}

export function fieldEnd(): TextRun {
  return character('end');
}

/** A field that shows nothing: it marks its place for a table of contents that is made anew. A tab stands between `texts`. */
export function entryField(texts: readonly string[], level: number): readonly TextRun[] {
  const quoted = texts.map((text) => text.replace(/["\\]/g, '\\$&'));
  const first = ` TC "${quoted[0] ?? ''}`;
  return [character('begin'), instructionRun([first, ...quoted.slice(1)], `" \\l ${level} `), character('end')];
}

/** A tab in an instruction is an element, as everywhere in a run. */
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

function character(type: 'begin' | 'separate' | 'end'): TextRun {
  const attributes = { type: { key: 'w:fldCharType', value: type } };
  return new TextRun({ children: [new BuilderElement({ name: 'w:fldChar', attributes })] });
}
