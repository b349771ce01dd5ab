import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { readCMap, utf16Hex, writeCMap } from './cmap.js';
import { nameOperand, type Part, type Sequence } from './operators.js';
import { decodeStream, fontOf, type Page } from './pages.js';

const TO_UNICODE = PDFName.of('ToUnicode');
const ACTUAL_TEXT = /\/ActualText\s*(?:<([\dA-Fa-f\s]*)>|\(((?:\\[^]|[^\\()])*)\))/;
const CODE = /<([\dA-Fa-f]{4})>\s*Tj$/;

/** What each glyph of a font was first said to stand for; null where it was also shown without saying so. */
type Said = Map<string, string | null>;
type Glyphs = ReadonlyMap<PDFRef, Said>;

/**
 * Where one glyph serves two characters, such as 子 and the radical ⼦, the browser maps it to the rarer one and says at
 * every place what is meant. Unless the document means the rarer one elsewhere, its font may say so once: readers that know
 * only the map of the font then read the right character. What is returned takes those places out of a page.
 */
export function settleText(
  context: PDFContext,
  refs: readonly PDFRef[],
  read: (ref: PDFRef) => Page,
): (page: Page) => Page {
  const glyphs = new Map<PDFRef, Said>();
  for (const ref of refs) {
    const page = read(ref);
    collect(page, page.parts, { font: undefined }, glyphs);
  }
  for (const [font, said] of glyphs) correctFont(context, font, said);
  return (page) => ({ ...page, parts: plainParts(page, page.parts, { font: undefined }, glyphs) });
}

/** The font in force while parts are walked in order. */
interface State {
  font: PDFRef | undefined;
}

function collect(page: Page, parts: readonly Part[], state: State, glyphs: Map<PDFRef, Said>): void {
  for (const part of parts) {
    if (part.kind === 'sequence') {
      const glyph = replaced(page, part, state);
      if (glyph) say(glyphs, glyph.font, glyph.code, glyph.text);
      else collect(page, part.parts, state, glyphs);
      continue;
    }
    follow(page, part, state);
    const code = CODE.exec(part.text)?.[1];
    if (code !== undefined && state.font) say(glyphs, state.font, code, null);
  }
}

function say(glyphs: Map<PDFRef, Said>, font: PDFRef, code: string, text: string | null): void {
  const said = glyphs.get(font) ?? new Map<string, string | null>();
  glyphs.set(font, said);
  if (text === null || !said.has(code)) said.set(code, text);
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
    code = CODE.exec(part.text)?.[1];
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
  return parts.flatMap((part): readonly Part[] => {
    follow(page, part, state);
    if (part.kind === 'operator') return [part];
    const glyph = replaced(page, part, state);
    if (glyph && glyphs.get(glyph.font)?.get(glyph.code) === glyph.text) return part.parts;
    return [{ ...part, parts: plainParts(page, part.parts, state, glyphs) }];
  });
}

function correctFont(context: PDFContext, ref: PDFRef, said: Said): void {
  const font = context.lookup(ref, PDFDict);
  const stream = font.lookup(TO_UNICODE);
  if (!(stream instanceof PDFRawStream)) return;
  const map = new Map(readCMap(decodeStream(stream)));
  for (const [code, text] of said) if (text !== null) map.set(parseInt(code, 16), utf16Hex(text));
  font.set(TO_UNICODE, context.register(context.flateStream(writeCMap(map))));
}
