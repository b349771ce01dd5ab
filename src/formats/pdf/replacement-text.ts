import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { readCMap, utf16Hex, writeCMap } from './cmap.js';
import { nameOperand, type Operator, type Part, type Sequence } from './operators.js';
import { decodeStream, fontOf, type Page, type PageReader } from './pages.js';

const TO_UNICODE = PDFName.of('ToUnicode');
const ACTUAL_TEXT = /\/ActualText\s*(?:<([\dA-Fa-f\s]*)>|\(((?:\\[^]|[^\\()])*)\))/;
/** `<` and four digits before the last `>`. */
const CODE_LENGTH = 4;

/** What glyphs of a font are said to stand for, the first of each that is said; null where one is also shown without saying so. */
type Said = Map<string, string | null>;
type Glyphs = ReadonlyMap<PDFRef, Said>;

/**
 * Where one glyph serves two characters, such as 子 and the radical ⼦, the browser maps it to the rarer one and says at
 * every place what is meant. Unless the document means the rarer one elsewhere, its font may say so once: readers that know
 * only the map of the font then read the right character. What is returned takes those places out of a page.
 */
export function addReplacementText(
  context: PDFContext,
  refs: readonly PDFRef[],
  { replaces, read }: PageReader,
): (page: Page) => Page {
  if (!replaces) return (page) => page;
  const glyphs = new Map<PDFRef, Said>();
  for (const ref of refs) collect(read(ref), glyphs);
  for (const ref of refs) clear(read(ref), glyphs);
  for (const [font, said] of glyphs) correctFont(context, font, said);
  return (page) => ({ ...page, parts: plainParts(page, page.parts, { font: undefined }, glyphs) });
}

/** The font in force while parts are walked in order. */
interface State {
  font: PDFRef | undefined;
}

function collect(page: Page, glyphs: Map<PDFRef, Said>): void {
  const walk = (parts: readonly Part[], state: State): void => {
    for (const part of parts) {
      const glyph = part.kind === 'sequence' ? replaced(page, part, state) : null;
      if (glyph) {
        const said = glyphs.get(glyph.font) ?? new Map<string, string | null>();
        glyphs.set(glyph.font, said);
        if (!said.has(glyph.code)) said.set(glyph.code, glyph.text);
      } else if (part.kind === 'sequence') walk(part.parts, state);
      else follow(page, part, state);
    }
  };
  walk(page.parts, { font: undefined });
}

/** A glyph that is shown without replacement text means what its font says. */
function clear(page: Page, glyphs: Glyphs): void {
  const walk = (parts: readonly Part[], state: State): void => {
    for (const part of parts) {
      if (part.kind === 'sequence') {
        if (!replaced(page, part, state)) walk(part.parts, state);
        continue;
      }
      follow(page, part, state);
      const said = state.font && glyphs.get(state.font);
      const code = said && codeShown(part);
      if (code !== undefined && said?.has(code)) said.set(code, null);
    }
  };
  walk(page.parts, { font: undefined });
}

/** The code of the one glyph that an operator shows. */
function codeShown({ name, text }: Operator): string | undefined {
  if (name !== 'Tj') return undefined;
  const end = text.lastIndexOf('>');
  return text[end - CODE_LENGTH - 1] === '<' ? text.slice(end - CODE_LENGTH, end) : undefined;
}

interface Replaced {
  readonly font: PDFRef;
  readonly code: string;
  readonly text: string;
}

/** A single glyph with replacement text; what else stands in the sequence chooses its font and place. */
function replaced(page: Page, sequence: Sequence, state: State): Replaced | null {
  const text = actualText(sequence);
  if (text === null) return null;
  let code: string | undefined;
  for (const part of sequence.parts) {
    follow(page, part, state);
    if (part.kind === 'sequence' || part.name === 'TJ' || !part.name.startsWith('T')) return null;
    if (part.name !== 'Tj') continue;
    if (code !== undefined) return null;
    code = codeShown(part);
  }
  return code === undefined || !state.font ? null : { font: state.font, code, text };
}

function actualText(sequence: Sequence): string | null {
  const match = ACTUAL_TEXT.exec(sequence.open.text);
  if (!match) return null;
  const [, digits, literal = ''] = match;
  return digits === undefined ? PDFString.of(literal).decodeText() : PDFHexString.of(digits).decodeText();
}

function follow(page: Page, part: Part, state: State): void {
  if (part.kind === 'operator' && part.name === 'Tf') state.font = fontOf(page, nameOperand(part));
}

/** The parts without the replacement texts that the fonts now say. */
function plainParts(page: Page, parts: readonly Part[], state: State, glyphs: Glyphs): readonly Part[] {
  const plain: Part[] = [];
  for (const part of parts) {
    follow(page, part, state);
    const glyph = part.kind === 'sequence' ? replaced(page, part, state) : null;
    if (part.kind === 'operator') plain.push(part);
    else if (glyph && glyphs.get(glyph.font)?.get(glyph.code) === glyph.text) plain.push(...part.parts);
    else plain.push({ ...part, parts: plainParts(page, part.parts, state, glyphs) });
  }
  return plain;
}

function correctFont(context: PDFContext, ref: PDFRef, said: Said): void {
  const font = context.lookup(ref, PDFDict);
  const stream = font.lookup(TO_UNICODE);
  if (!(stream instanceof PDFRawStream)) return;
  const map = new Map(readCMap(decodeStream(stream)));
  for (const [code, text] of said) if (text !== null) map.set(parseInt(code, 16), utf16Hex(text));
  font.set(TO_UNICODE, context.register(context.flateStream(writeCMap(map))));
}
