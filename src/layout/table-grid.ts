import { textLines, type Cell, type Column, type Table } from '../model/block.js';
import { widthInCells, typeArea } from './measure.js';
import type { Style } from '../model/style.js';

/**
 * One CSS pixel in points (15 twips). A browser draws tables in whole pixels, so whole-pixel columns are equal in every
 * format.
 */
export const POINTS_PER_PIXEL = 0.75;
/** A table with more rows may be split between pages. */
const MAX_UNSPLIT_ROWS = 8;
/** A table that fills a larger share of the page may be split: the page before it would be left half empty. */
const MAX_UNSPLIT_SHARE = 0.5;

type Orientation = 'portrait' | 'landscape';

/** Width of the 版心 in points; a landscape page is the same sheet rotated. */
export function textWidthOf(style: Style, orientation: Orientation): number {
  const { width, height } = typeArea(style);
  return orientation === 'portrait' ? width : height;
}

/**
 * Widths of a table's columns in CSS pixels, in proportion to their shares. Edges are rounded rather than widths, so
 * that the columns add up. One pixel is reserved, because half of each outer rule is outside the outer columns.
 */
export function columnPixels(columns: readonly Column[], style: Style, orientation: Orientation): readonly number[] {
  const width = Math.floor(textWidthOf(style, orientation) / POINTS_PER_PIXEL) - 1;
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const shares = columns.map((column) => (total > 0 ? column.width / total : 1 / columns.length));
  const edge = (count: number): number =>
    Math.round(shares.slice(0, count).reduce((sum, share) => sum + share, 0) * width);
  return shares.map((_, index) => edge(index + 1) - edge(index));
}

/**
 * Whether a header row is so high that it needs a smaller line pitch: Chromium repeats a header on the next page only
 * if it takes at most a quarter of the page.
 */
export function needsTightHeader(table: Table, style: Style, orientation: Orientation): boolean {
  const { width, height } = typeArea(style);
  const widths = columnPixels(table.columns, style, orientation).map((pixels) => pixels * POINTS_PER_PIXEL);
  const line = style.table.linePitch;
  return rowHeight(table.header, widths, style) + line > (orientation === 'portrait' ? height : width) / 4;
}

/** Whether a table is small enough not to be split between pages. */
export function isUnsplit(table: Table, style: Style, orientation: Orientation): boolean {
  if (table.rows.length > MAX_UNSPLIT_ROWS) return false;
  const widths = columnPixels(table.columns, style, orientation).map((pixels) => pixels * POINTS_PER_PIXEL);
  const rows = table.header.length === 0 ? table.rows : [table.header, ...table.rows];
  const height = rows.reduce((sum, row) => sum + rowHeight(row, widths, style), 0);
  const { width, height: page } = typeArea(style);
  return height < MAX_UNSPLIT_SHARE * (orientation === 'portrait' ? page : width);
}

/**
 * Returns the test whether a row is kept with the next. In a small table all rows are; in others the first row and the
 * last but one, if they and their next rows are low. With high rows kept, the title above them would be left alone on
 * its page, and LibreOffice then loses the rest of the table.
 */
export function keepWithNextTest(table: Table, style: Style, orientation: Orientation): (row: number) => boolean {
  const last = table.rows.length - 1;
  if (isUnsplit(table, style, orientation)) return (row) => row < last;
  const widths = columnPixels(table.columns, style, orientation).map((pixels) => pixels * POINTS_PER_PIXEL);
  const maxLowHeight = 2 * style.table.linePitch + 2 * style.table.paddingBlock + style.table.rule;
  const isLow = (row: number): boolean => rowHeight(table.rows[row] ?? [], widths, style) <= maxLowHeight;
  return (row) => row < last && (row === 0 || row === last - 1) && isLow(row) && isLow(row + 1);
}

/** Estimated height of a row in points. */
function rowHeight(row: readonly Cell[], widths: readonly number[], { table, size }: Style): number {
  const lines = row.map((cell, index) => {
    const availableWidth = (widths[index] ?? 0) - 2 * table.paddingInline;
    const linesOf = (text: string): number =>
      Math.ceil((widthInCells(text) * size.table) / Math.max(size.table, availableWidth));
    return textLines(cell).reduce((sum, text) => sum + Math.max(1, linesOf(text)), 0);
  });
  return Math.max(1, ...lines) * table.linePitch + 2 * table.paddingBlock + table.rule;
}
