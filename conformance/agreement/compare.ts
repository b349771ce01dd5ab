import { pageLines } from '../ruler/lines.js';
import type { Page } from '../ruler/page.js';

/** The agreement of two prints of one document, counted in the pages and lines of the first. */
export interface Agreement {
  readonly pages: readonly [pdf: number, docx: number];
  /** Pages with the same characters in any order, so that the height of a cell makes no difference. */
  readonly equalPages: number;
  readonly lines: number;
  readonly equalLines: number;
  readonly differences: readonly Difference[];
}

/** Lines of one page that only one of the prints has; `page` counts from 1. */
export interface Difference {
  readonly page: number;
  readonly pdf: readonly string[];
  readonly docx: readonly string[];
}

export function comparePrints(pdf: readonly Page[], docx: readonly Page[]): Agreement {
  const left = pdf.map(pageText);
  const right = docx.map(pageText);
  const compared = left.map((lines, index) => compareLines(lines, right[index] ?? []));
  return {
    pages: [left.length, right.length],
    equalPages: left.filter((lines, index) => wholeText(lines) === wholeText(right[index] ?? [])).length,
    lines: left.reduce((sum, lines) => sum + lines.length, 0),
    equalLines: compared.reduce((sum, { equal }) => sum + equal, 0),
    differences: compared.flatMap(({ pdf: only, docx: other }, index) =>
      only.length + other.length === 0 ? [] : [{ page: index + 1, pdf: only, docx: other }],
    ),
  };
}

/**
 * The lines of a page. Every line is compared with every line of the same page, because the order of lines depends on
 * the vertical centring of table cells.
 */
function pageText(page: Page): readonly string[] {
  const turned = page.glyphs.filter((glyph) => glyph.turned);
  const pageNumber = turned
    .map((glyph) => glyph.text)
    .toSorted()
    .join('');
  const lines = pageLines(page).flatMap((line) => normalise(line.text).split(LEADER));
  return pageNumber === '' ? lines : [...lines, normalise(pageNumber)];
}

/** LibreOffice writes the leader of a tab as full stops. In the PDF it is a drawing between two texts. */
const LEADER = /\.{3,}/;

/** The characters of a page, sorted, regardless of order and lines. */
function wholeText(lines: readonly string[]): string {
  return Array.from(lines.join('')).toSorted().join('');
}

function compareLines(
  pdf: readonly string[],
  docx: readonly string[],
): { readonly equal: number; readonly pdf: readonly string[]; readonly docx: readonly string[] } {
  const unmatched = [...docx];
  const only = pdf.filter((line) => {
    const at = unmatched.indexOf(line);
    if (at >= 0) unmatched.splice(at, 1);
    return at < 0;
  });
  return { equal: pdf.length - only.length, pdf: only, docx: unmatched };
}

/**
 * The text of a line without artifacts of reading a PDF. A font draws 一 and the radical ⼀ with one glyph, so a reader
 * may report either; spaces represent distances, not characters.
 */
function normalise(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => radical.normalize('NFKC')).replace(/[\s\p{Cc}]/gu, '');
}
