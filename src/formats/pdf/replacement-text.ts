import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { readCMap, utf16Hex, writeCMap } from './cmap.js';
import { nameOperand, type Operator, type Part, type MarkedContentSequence } from './operators.js';
import { decodeStream, fontOf, type Page, type PageReader } from './pages.js';

const TO_UNICODE = PDFName.of('ToUnicode');
const ACTUAL_TEXT = /\/ActualText\s*(?:<([\dA-Fa-f\s]*)>|\(((?:\\[^]|[^\\()])*)\))/;
/** `<` and four digits before the last `>`. */
const CODE_LENGTH = 4;

/**
 * Replacement text by glyph code of a font; the first one if there are several, null if the glyph is also shown without
 * one.
 */
type ReplacementTexts = Map<string, string | null>;
type ReplacementTextsByFont = ReadonlyMap<PDFRef, ReplacementTexts>;

/**
 * If one glyph represents two characters, such as 子 and the radical ⼦, the browser maps it to the rarer one in the
 * ToUnicode CMap and adds replacement text (ActualText) at every occurrence. Unless the document also uses the rarer
 * character, this corrects the CMap instead, for readers that ignore replacement text. Returns a function that removes
 * the redundant replacement texts of a page.
 */
export function correctToUnicodeMaps(
  context: PDFContext,
  refs: readonly PDFRef[],
  { hasReplacementText, read }: PageReader,
): (page: Page) => Page {
  if (!hasReplacementText) return (page) => page;
  const textsByFont = new Map<PDFRef, ReplacementTexts>();
  for (const ref of refs) collectReplacementTexts(read(ref), textsByFont);
  for (const ref of refs) excludeUnreplaced(read(ref), textsByFont);
  for (const [font, texts] of textsByFont) correctFont(context, font, texts);
  return (page) => ({ ...page, parts: withoutRedundantTexts(page, page.parts, { font: undefined }, textsByFont) });
}

/** The current font while parts are traversed in order. */
interface FontState {
  font: PDFRef | undefined;
}

function collectReplacementTexts(page: Page, textsByFont: Map<PDFRef, ReplacementTexts>): void {
  const walk = (parts: readonly Part[], state: FontState): void => {
    for (const part of parts) {
      const glyph = part.kind === 'sequence' ? replacedGlyph(page, part, state) : null;
      if (glyph) {
        const texts = textsByFont.get(glyph.font) ?? new Map<string, string | null>();
        textsByFont.set(glyph.font, texts);
        if (!texts.has(glyph.code)) texts.set(glyph.code, glyph.text);
      } else if (part.kind === 'sequence') walk(part.parts, state);
      else trackFont(page, part, state);
    }
  };
  walk(page.parts, { font: undefined });
}

/** Excludes glyphs that are also shown without replacement text, whose CMap entry is correct there. */
function excludeUnreplaced(page: Page, textsByFont: ReplacementTextsByFont): void {
  const walk = (parts: readonly Part[], state: FontState): void => {
    for (const part of parts) {
      if (part.kind === 'sequence') {
        if (!replacedGlyph(page, part, state)) walk(part.parts, state);
        continue;
      }
      trackFont(page, part, state);
      const texts = state.font && textsByFont.get(state.font);
      const code = texts && codeShown(part);
      if (code !== undefined && texts?.has(code)) texts.set(code, null);
    }
  };
  walk(page.parts, { font: undefined });
}

/** The code of the glyph of an operator that shows exactly one. */
function codeShown({ name, text }: Operator): string | undefined {
  if (name !== 'Tj') return undefined;
  const end = text.lastIndexOf('>');
  return text[end - CODE_LENGTH - 1] === '<' ? text.slice(end - CODE_LENGTH, end) : undefined;
}

interface ReplacedGlyph {
  readonly font: PDFRef;
  readonly code: string;
  readonly text: string;
}

/** The single glyph of a sequence with replacement text; other operators in it only select font and position. */
function replacedGlyph(page: Page, sequence: MarkedContentSequence, state: FontState): ReplacedGlyph | null {
  const text = actualText(sequence);
  if (text === null) return null;
  let code: string | undefined;
  for (const part of sequence.parts) {
    trackFont(page, part, state);
    if (part.kind === 'sequence' || part.name === 'TJ' || !part.name.startsWith('T')) return null;
    if (part.name !== 'Tj') continue;
    if (code !== undefined) return null;
    code = codeShown(part);
  }
  return code === undefined || !state.font ? null : { font: state.font, code, text };
}

function actualText(sequence: MarkedContentSequence): string | null {
  const match = ACTUAL_TEXT.exec(sequence.open.text);
  if (!match) return null;
  const [, digits, literal = ''] = match;
  return digits === undefined ? PDFString.of(literal).decodeText() : PDFHexString.of(digits).decodeText();
}

function trackFont(page: Page, part: Part, state: FontState): void {
  if (part.kind === 'operator' && part.name === 'Tf') state.font = fontOf(page, nameOperand(part));
}

/** The parts without replacement texts that equal the corrected CMaps of the fonts. */
function withoutRedundantTexts(
  page: Page,
  parts: readonly Part[],
  state: FontState,
  textsByFont: ReplacementTextsByFont,
): readonly Part[] {
  const plain: Part[] = [];
  for (const part of parts) {
    trackFont(page, part, state);
    const glyph = part.kind === 'sequence' ? replacedGlyph(page, part, state) : null;
    if (part.kind === 'operator') plain.push(part);
    else if (glyph && textsByFont.get(glyph.font)?.get(glyph.code) === glyph.text) plain.push(...part.parts);
    else plain.push({ ...part, parts: withoutRedundantTexts(page, part.parts, state, textsByFont) });
  }
  return plain;
}

function correctFont(context: PDFContext, ref: PDFRef, texts: ReplacementTexts): void {
  const font = context.lookup(ref, PDFDict);
  const stream = font.lookup(TO_UNICODE);
  if (!(stream instanceof PDFRawStream)) return;
  const map = new Map(readCMap(decodeStream(stream)));
  for (const [code, text] of texts) if (text !== null) map.set(parseInt(code, 16), utf16Hex(text));
  font.set(TO_UNICODE, context.register(context.flateStream(writeCMap(map))));
}
