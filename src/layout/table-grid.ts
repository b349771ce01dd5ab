import { textLines, type Cell, type Column, type Table } from '../model/block.js';
import { cells, typeArea } from './measure.js';
import type { Style } from '../model/style.js';

/** A browser draws tables in whole CSS pixels of 3/4 point, 15 twips: columns of whole pixels are alike in every format. */
export const PIXEL = 0.75;
/** Rows that a table may have to stay on one page. */
const FEW_ROWS = 8;
/** Share of the page that a table may fill to stay on one page: past it the page before would be left half empty. */
const WHOLE_SHARE = 0.5;

type Orientation = 'portrait' | 'landscape';

/** Width of the text on a page in points; a landscape page is the same sheet turned. */
export function textWidthOf(style: Style, orientation: Orientation): number {
  const { width, height } = typeArea(style);
  return orientation === 'portrait' ? width : height;
}

/**
 * Widths of a table's columns in CSS pixels, by their shares. Edges are rounded and not widths, so the columns add up;
 * one pixel is kept back, because half of each outer rule stands outside the outer columns.
 */
export function columnPixels(columns: readonly Column[], style: Style, orientation: Orientation): readonly number[] {
  const width = Math.floor(textWidthOf(style, orientation) / PIXEL) - 1;
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const shares = columns.map((column) => (total > 0 ? column.width / total : 1 / columns.length));
  const edge = (count: number): number =>
    Math.round(shares.slice(0, count).reduce((sum, share) => sum + share, 0) * width);
  return shares.map((_, index) => edge(index + 1) - edge(index));
}

/**
 * Whether a head is so high that its lines are set closer: Chromium repeats a head on the next page only where it takes
 * a quarter of the page at most.
 */
export function hasHighHead(table: Table, style: Style, orientation: Orientation): boolean {
  const { width, height } = typeArea(style);
  const widths = columnPixels(table.columns, style, orientation).map((pixels) => pixels * PIXEL);
  const line = style.table.linePitch;
  return rowHeight(table.header, widths, style) + line > (orientation === 'portrait' ? height : width) / 4;
}

/** Whether a table is so small that it is not split between pages. */
export function staysWhole(table: Table, style: Style, orientation: Orientation): boolean {
  if (table.rows.length > FEW_ROWS) return false;
  const widths = columnPixels(table.columns, style, orientation).map((pixels) => pixels * PIXEL);
  const rows = table.header.length === 0 ? table.rows : [table.header, ...table.rows];
  const height = rows.reduce((sum, row) => sum + rowHeight(row, widths, style), 0);
  const { width, height: page } = typeArea(style);
  return height < WHOLE_SHARE * (orientation === 'portrait' ? page : width);
}

/**
 * Whether a row stays on the page of the next: all of a small table, of others the first two and the last two rows where
 * these are low. High ones would leave the title over them alone, and LibreOffice then loses the rest of the table.
 */
export function rowKeeper(table: Table, style: Style, orientation: Orientation): (row: number) => boolean {
  const last = table.rows.length - 1;
  if (staysWhole(table, style, orientation)) return (row) => row < last;
  const widths = columnPixels(table.columns, style, orientation).map((pixels) => pixels * PIXEL);
  const low = 2 * style.table.linePitch + 2 * style.table.paddingBlock + style.table.rule;
  const isLow = (row: number): boolean => rowHeight(table.rows[row] ?? [], widths, style) <= low;
  return (row) => row < last && (row === 0 || row === last - 1) && isLow(row) && isLow(row + 1);
}

/** About how high a row is in points. */
function rowHeight(row: readonly Cell[], widths: readonly number[], { table, size }: Style): number {
  const lines = row.map((cell, index) => {
    const room = (widths[index] ?? 0) - 2 * table.paddingInline;
    const linesOf = (text: string): number => Math.ceil((cells(text) * size.table) / Math.max(size.table, room));
    return textLines(cell).reduce((sum, text) => sum + Math.max(1, linesOf(text)), 0);
  });
  return Math.max(1, ...lines) * table.linePitch + 2 * table.paddingBlock + table.rule;
}
