import { pageLines } from '../ruler/lines.js';
import type { Page } from '../ruler/page.js';

/** How far two prints of one document agree, counted in the lines and pages of the first. */
export interface Agreement {
  readonly pages: readonly [pdf: number, docx: number];
  /** Pages on which the same characters stand, in whatever order: a cell's height must not count. */
  readonly equalPages: number;
  readonly lines: number;
  readonly equalLines: number;
  readonly differences: readonly Difference[];
}

/** A line of one print that the other does not have; `page` counts from 1. */
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
 * What stands on a page, in an order that does not follow from how high a table's cells are centred: every line is
 * compared with every line of the same page.
 */
function pageText(page: Page): readonly string[] {
  const turned = page.glyphs.filter((glyph) => glyph.turned);
  const number = turned
    .map((glyph) => glyph.text)
    .toSorted()
    .join('');
  const lines = pageLines(page).flatMap((line) => plain(line.text).split(LEADER));
  return number === '' ? lines : [...lines, plain(number)];
}

/** LibreOffice sets the leader of a tab as full stops; in the PDF it is drawn, and leaves a gap between two texts. */
const LEADER = /\.{3,}/;

/** The characters of a page, sorted: which ones stand there, and not in which order or lines. */
function wholeText(lines: readonly string[]): string {
  return Array.from(lines.join('')).toSorted().join('');
}

function compareLines(
  pdf: readonly string[],
  docx: readonly string[],
): { readonly equal: number; readonly pdf: readonly string[]; readonly docx: readonly string[] } {
  const rest = [...docx];
  const only = pdf.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { equal: pdf.length - only.length, pdf: only, docx: rest };
}

/**
 * The text of a line without what only the reading of a PDF puts in. A face draws 一 and the radical ⼀ with one glyph,
 * so a reader may be told either; spaces are a distance and no character.
 */
function plain(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (radical) => radical.normalize('NFKC')).replace(/[\s\p{Cc}]/gu, '');
}
