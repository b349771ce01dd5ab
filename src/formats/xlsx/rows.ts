import type { Style as ExcelStyle, Worksheet } from 'exceljs';
import type { Alignment, Cell, Table } from '../../model/block.js';
import { element, escapeXml } from '../xml.js';
import { rowHeight, isTotal, toExcelStyle, textOf, type CellFormat } from './sheet.js';
import { cellValue, toDateSerial, type CellValue } from './value.js';

/** The distinct texts of a workbook and their indexes in its shared string table. */
export type SharedStrings = Map<string, number>;

/** The row below the header, in which ExcelJS gets one sample cell of each format. */
const SAMPLE_ROW = 2;
const SAMPLE_ROW_XML = new RegExp(`<row r="${SAMPLE_ROW}"[^]*?</row>`);
const DIMENSION = /<dimension ref="[^"]*"\/>/;

/**
 * The rows of a sheet below its header. They are written as XML one by one: as ExcelJS objects, with a style object for
 * each cell, a roll-up of ten thousand rows does not fit in memory.
 */
export interface SheetRows {
  readonly table: Table;
  readonly widths: readonly number[];
  /** The distinct formats of the cells, in order of first use. */
  readonly formats: readonly CellFormat[];
}

/** Collects the texts and the formats of the rows, and adds a sample cell of each format to the sheet. */
export function prepareRows(sheet: Worksheet, table: Table, face: string, strings: SharedStrings): SheetRows {
  const formats = new Map<string, CellFormat>();
  for (const row of table.rows) {
    const bold = isTotal(row);
    forEachCell(table, row, ({ value, numberFormat }, align) => {
      if (typeof value === 'string' && !strings.has(value)) strings.set(value, strings.size);
      const cellFormat = { align, bold, numberFormat };
      formats.set(formatKey(cellFormat), cellFormat);
    });
  }
  const sampleRow = sheet.getRow(SAMPLE_ROW);
  [...formats.values()].forEach(
    (format, index) => (sampleRow.getCell(index + 1).style = toExcelStyle(format, face) as ExcelStyle),
  );
  return { table, widths: sheet.columns.map(({ width }) => width ?? 0), formats: [...formats.values()] };
}

/** The XML of a sheet, in which its rows replace the sample row. */
export function* sheetXml(xml: string, rows: SheetRows, indexOf: (text: string) => number): Generator<string> {
  const match = SAMPLE_ROW_XML.exec(xml);
  if (!match) throw new Error('ExcelJS wrote a sheet without the sample row');
  const styleNumbers = [...match[0].matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)].map(([, number = '']) => number);
  const styles = new Map(rows.formats.map((format, index) => [formatKey(format), styleNumbers[index] ?? '0']));
  const last = `${columnName(rows.table.columns.length - 1)}${rows.table.rows.length + 1}`;
  yield xml.slice(0, match.index).replace(DIMENSION, `<dimension ref="A1:${last}"/>`);
  for (const [index, row] of rows.table.rows.entries()) yield rowXml(row, index + SAMPLE_ROW, rows, styles, indexOf);
  yield xml.slice(match.index + match[0].length);
}

const STRING_COUNTS = /count="(\d+)" uniqueCount="(\d+)"/;
const STRINGS_END = '</sst>';

/** Number of texts in the shared string table that ExcelJS wrote. */
export function sharedStringCount(xml: string): number {
  return Number(STRING_COUNTS.exec(xml)?.[2] ?? 0);
}

/** The shared string table of ExcelJS, extended by the texts of the rows. */
export function* sharedStringsXml(xml: string, rows: readonly SheetRows[], strings: SharedStrings): Generator<string> {
  const textCells = rows.reduce((sum, each) => sum + textCellCount(each), 0);
  const newCounts = (_: string, count: string, unique: string): string =>
    `count="${Number(count) + textCells}" uniqueCount="${Number(unique) + strings.size}"`;
  yield xml.slice(0, xml.lastIndexOf(STRINGS_END)).replace(STRING_COUNTS, newCounts);
  for (const text of strings.keys()) {
    const space = text.trim() === text ? {} : { 'xml:space': 'preserve' };
    yield `<si>${element('t', space, escapeXml(text))}</si>`;
  }
  yield STRINGS_END;
}

/** Number of cells that contain text. */
function textCellCount({ table }: SheetRows): number {
  let count = 0;
  for (const row of table.rows) forEachCell(table, row, ({ value }) => (count += typeof value === 'string' ? 1 : 0));
  return count;
}

function forEachCell(table: Table, row: readonly Cell[], visit: (value: CellValue, align: Alignment) => void): void {
  table.columns.forEach(({ align }, index) => {
    visit(cellValue(textOf(row[index] ?? [])), align);
  });
}

function rowXml(
  row: readonly Cell[],
  number: number,
  { table, widths }: SheetRows,
  styles: ReadonlyMap<string, string>,
  indexOf: (text: string) => number,
): string {
  const bold = isTotal(row);
  const height = rowHeight(row.map(textOf), widths);
  const spans = `1:${table.columns.length}`;
  let xml = `<row r="${number}" ht="${height}" customHeight="1" spans="${spans}" x14ac:dyDescent="0.25">`;
  let column = 0;
  forEachCell(table, row, ({ value, numberFormat }, align) => {
    const styleNumber = styles.get(formatKey({ align, bold, numberFormat })) ?? '0';
    const attributes = `r="${columnName(column)}${number}" s="${styleNumber}"`;
    if (typeof value === 'string') xml += `<c ${attributes} t="s"><v>${indexOf(value)}</v></c>`;
    else xml += `<c ${attributes}><v>${value instanceof Date ? toDateSerial(value) : value}</v></c>`;
    column += 1;
  });
  return `${xml}</row>`;
}

function formatKey({ align, bold, numberFormat }: CellFormat): string {
  return `${align} ${bold} ${numberFormat}`;
}

/** Column name of a zero-based index: A to Z, then AA. */
function columnName(index: number): string {
  const before = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
