import type { Alignment as ExcelAlignment, Border, Style as ExcelStyle, Worksheet } from 'exceljs';
import { textLines } from '../../model/block.js';
import type { Alignment, Cell, Table } from '../../model/block.js';
import { displayWidth } from '../../encoding/display-width.js';

const MIN_WIDTH = 6;
const MAX_WIDTH = 48;
/** A header that is longer takes up to three lines. */
const HEAD_WIDTH = 8;
const HEAD_LINES = 3;
/** Columns among which the names of the rows are looked for. */
const NAMES_WITHIN = 2;
const POINTS = 11;
const LINE = 16;
const THIN: Partial<Border> = { style: 'thin' };
const RULES = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const HORIZONTAL: Readonly<Record<Alignment, NonNullable<ExcelAlignment['horizontal']>>> = {
  left: 'left',
  centre: 'center',
  right: 'right',
};

/** How a cell looks. */
export interface CellLook {
  readonly align: Alignment;
  readonly bold: boolean;
  /** The number format; empty for the application's own. */
  readonly format: string;
}

/** A row of totals is one in which a cell is printed strong; a filter must not sort it in among the others. */
export function isTotal(row: readonly Cell[]): boolean {
  return row.some((cell) => cell.some(({ kind }) => kind === 'strong'));
}

/** Sets a sheet up for a table: header and names stay in view, the header repeats on every printed page, and filters the rows. */
export function setUpSheet(sheet: Worksheet, table: Table, face: string): void {
  sheet.columns = table.columns.map((_, index) => ({ width: widthOf(table, index) }));
  addHeader(sheet, table, face);
  sheet.views = [{ state: 'frozen', xSplit: namedColumns(table), ySplit: 1 }];
  sheet.pageSetup.printTitlesRow = '1:1';
  const last = 1 + table.rows.filter((row) => !isTotal(row)).length;
  if (!table.rows.slice(0, -1).some(isTotal))
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: table.columns.length } };
}

function addHeader(sheet: Worksheet, { columns, header }: Table, face: string): void {
  const texts = columns.map((_, index) => textOf(header[index] ?? []));
  const row = sheet.addRow(texts);
  row.height = heightOf(
    texts,
    sheet.columns.map(({ width }) => width ?? MIN_WIDTH),
  );
  for (const index of columns.keys())
    row.getCell(index + 1).style = lookOf({ align: 'centre', bold: true, format: '' }, face);
}

export function lookOf({ align, bold, format }: CellLook, face: string): Partial<ExcelStyle> {
  return {
    ...(format === '' ? {} : { numFmt: format }),
    font: { name: face, size: POINTS, bold },
    border: RULES,
    alignment: { horizontal: HORIZONTAL[align], vertical: 'middle', wrapText: true },
  };
}

/** High enough for the cell that wraps most, in points; not every application sees to that when it opens a file. */
export function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const linesOf = (line: string, width: number): number => Math.ceil((displayWidth(line) + 2) / width);
  const lines = texts.map((text, index) =>
    text.split('\n').reduce((sum, line) => sum + linesOf(line, widths[index] ?? MIN_WIDTH), 0),
  );
  return Math.max(1, ...lines) * LINE;
}

/** Wide enough for the longest line of a cell, within limits; longer texts wrap, and a header may in any case. */
function widthOf({ header, rows }: Table, column: number): number {
  const widest = (cell: Cell | undefined): number =>
    Math.max(
      0,
      ...textOf(cell ?? [])
        .split('\n')
        .map(displayWidth),
    );
  const head = widest(header[column]);
  const least = head > HEAD_WIDTH ? Math.max(HEAD_WIDTH, Math.ceil(head / HEAD_LINES)) : head;
  const most = rows.reduce((width, row) => Math.max(width, widest(row[column])), least);
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, most + 2));
}

/** What is read in a cell, a line end where it has one. */
export function textOf(cell: Cell): string {
  return textLines(cell).join('\n');
}

/** How many columns stay in view beside the header: those up to the names, which are the first to be set left. */
function namedColumns({ columns }: Table): number {
  const names = columns.findIndex(({ align }) => align === 'left');
  return names < NAMES_WITHIN ? names + 1 : 0;
}
