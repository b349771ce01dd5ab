import type { Alignment as ExcelAlignment, Border, Style as ExcelStyle, Worksheet } from 'exceljs';
import { textLines } from '../../model/block.js';
import type { Alignment, Cell, Table } from '../../model/block.js';
import { displayWidth } from '../../encoding/display-width.js';

const MIN_WIDTH = 6;
const MAX_WIDTH = 48;
/** A longer header is wrapped to up to three lines. */
const MIN_WRAPPED_HEADER_WIDTH = 8;
const MAX_HEADER_LINES = 3;
/** Number of leading columns in which the column of row names is searched for. */
const MAX_FROZEN_COLUMNS = 2;
const FONT_SIZE = 11;
const LINE_HEIGHT = 16;
const THIN: Partial<Border> = { style: 'thin' };
const RULES = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const HORIZONTAL: Readonly<Record<Alignment, NonNullable<ExcelAlignment['horizontal']>>> = {
  left: 'left',
  centre: 'center',
  right: 'right',
};

/** The format of a cell. */
export interface CellFormat {
  readonly align: Alignment;
  readonly bold: boolean;
  /** Excel number format; empty for General. */
  readonly numberFormat: string;
}

/** Whether a row holds totals, which have strong text. A filter must not sort such a row among the others. */
export function isTotal(row: readonly Cell[]): boolean {
  return row.some((cell) => cell.some(({ kind }) => kind === 'strong'));
}

/**
 * Prepares a sheet for a table: frozen header and row names, header repeated on every printed page, filter on the rows.
 */
export function setUpSheet(sheet: Worksheet, table: Table, face: string): void {
  sheet.columns = table.columns.map((_, index) => ({ width: columnWidth(table, index) }));
  addHeader(sheet, table, face);
  sheet.views = [{ state: 'frozen', xSplit: frozenColumns(table), ySplit: 1 }];
  sheet.pageSetup.printTitlesRow = '1:1';
  const last = 1 + table.rows.filter((row) => !isTotal(row)).length;
  if (!table.rows.slice(0, -1).some(isTotal))
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: table.columns.length } };
}

function addHeader(sheet: Worksheet, { columns, header }: Table, face: string): void {
  const texts = columns.map((_, index) => textOf(header[index] ?? []));
  const row = sheet.addRow(texts);
  row.height = rowHeight(
    texts,
    sheet.columns.map(({ width }) => width ?? MIN_WIDTH),
  );
  for (const index of columns.keys())
    row.getCell(index + 1).style = toExcelStyle({ align: 'centre', bold: true, numberFormat: '' }, face);
}

export function toExcelStyle({ align, bold, numberFormat }: CellFormat, face: string): Partial<ExcelStyle> {
  return {
    ...(numberFormat === '' ? {} : { numFmt: numberFormat }),
    font: { name: face, size: FONT_SIZE, bold },
    border: RULES,
    alignment: { horizontal: HORIZONTAL[align], vertical: 'middle', wrapText: true },
  };
}

/**
 * Row height in points for the cell with the most lines. It is explicit because some applications do not fit rows on
 * opening.
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const linesOf = (line: string, width: number): number => Math.ceil((displayWidth(line) + 2) / width);
  const lines = texts.map((text, index) =>
    text.split('\n').reduce((sum, line) => sum + linesOf(line, widths[index] ?? MIN_WIDTH), 0),
  );
  return Math.max(1, ...lines) * LINE_HEIGHT;
}

/** Column width for the longest line, within limits; longer texts wrap, and a header may wrap at any width. */
function columnWidth({ header, rows }: Table, column: number): number {
  const longestLine = (cell: Cell | undefined): number =>
    Math.max(
      0,
      ...textOf(cell ?? [])
        .split('\n')
        .map(displayWidth),
    );
  const headerWidth = longestLine(header[column]);
  const minWidth =
    headerWidth > MIN_WRAPPED_HEADER_WIDTH
      ? Math.max(MIN_WRAPPED_HEADER_WIDTH, Math.ceil(headerWidth / MAX_HEADER_LINES))
      : headerWidth;
  const contentWidth = rows.reduce((width, row) => Math.max(width, longestLine(row[column])), minWidth);
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, contentWidth + 2));
}

/** The text of a cell, its line breaks as `\n`. */
export function textOf(cell: Cell): string {
  return textLines(cell).join('\n');
}

/** Number of frozen columns: up to the row names, which are the first left-aligned column; 0 if there is none. */
function frozenColumns({ columns }: Table): number {
  const nameColumn = columns.findIndex(({ align }) => align === 'left');
  return nameColumn < MAX_FROZEN_COLUMNS ? nameColumn + 1 : 0;
}
