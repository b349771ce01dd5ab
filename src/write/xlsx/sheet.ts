import type { Alignment as ExcelAlignment, Border, Worksheet } from 'exceljs';
import { plainText } from '../../model/block.js';
import type { Alignment, Cell, Table } from '../../model/block.js';
import { cellsOf } from '../report/cells.js';
import { isTotal } from './tables.js';
import { cellValue } from './value.js';

const MIN_WIDTH = 6;
const MAX_WIDTH = 48;
const POINTS = 11;
const LINE = 16;
const THIN: Partial<Border> = { style: 'thin' };
const RULES = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const HORIZONTAL: Readonly<Record<Alignment, NonNullable<ExcelAlignment['horizontal']>>> = {
  left: 'left',
  centre: 'center',
  right: 'right',
};

/** Writes a table from the first row on: the header stays in view, repeats on every printed page, and filters the rows. */
export function fillSheet(sheet: Worksheet, table: Table, face: string): void {
  sheet.columns = table.columns.map((_, index) => ({ width: widthOf(table, index) }));
  addRow(sheet, table, table.header, face, true);
  for (const row of table.rows) addRow(sheet, table, row, face, isTotal(row));
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: 1 }];
  sheet.pageSetup.printTitlesRow = '1:1';
  const last = 1 + table.rows.filter((row) => !isTotal(row)).length;
  if (!table.rows.slice(0, -1).some(isTotal))
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: table.columns.length } };
}

function addRow(sheet: Worksheet, table: Table, cells: readonly Cell[], face: string, bold: boolean): void {
  const values = table.columns.map((_, index) => cellValue(plainText(cells[index] ?? [])));
  const row = sheet.addRow(values.map(({ value }) => value));
  const widths = sheet.columns.map(({ width }) => width ?? MIN_WIDTH);
  row.height = heightOf(
    cells.map((cell) => plainText(cell)),
    widths,
  );
  for (const [index, { align }] of table.columns.entries()) {
    const cell = row.getCell(index + 1);
    const format = values[index]?.format ?? '';
    if (format !== '') cell.numFmt = format;
    cell.font = { name: face, size: POINTS, bold };
    cell.border = RULES;
    cell.alignment = { horizontal: HORIZONTAL[align], vertical: 'middle', wrapText: true };
  }
}

/** High enough for the cell that wraps most, in points; not every application sees to that when it opens a file. */
export function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => Math.ceil((cellsOf(text) + 2) / (widths[index] ?? MIN_WIDTH)));
  return Math.max(1, ...lines) * LINE;
}

/** Wide enough for the longest cell, within limits; longer texts wrap. */
function widthOf({ header, rows }: Table, column: number): number {
  const texts = [header, ...rows].map((row) => plainText(row[column] ?? []));
  const widest = Math.max(...texts.map(cellsOf));
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, widest + 2));
}
