import type { Style as ExcelStyle, Worksheet } from 'exceljs';
import type { Alignment, Cell, Table } from '../../model/block.js';
import { element, escapeXml } from '../docx/package/xml.js';
import { heightOf, isTotal, lookOf, textOf, type CellLook } from './sheet.js';
import { cellValue, serialOf, type CellValue } from './value.js';

/** The texts of a workbook, each once, by their places in its list. */
export type Texts = Map<string, number>;

/** The row below the header, in which a sheet is handed to the library with one cell of each look. */
const PATTERN_ROW = 2;
const PATTERN = new RegExp(`<row r="${PATTERN_ROW}"[^]*?</row>`);
const DIMENSION = /<dimension ref="[^"]*"\/>/;

/**
 * The rows of a sheet below its header. They are written here, one after the other: as objects of the library those of a
 * roll-up of ten thousand rows fill the memory, cell by cell with a look of its own.
 */
export interface Rows {
  readonly table: Table;
  readonly widths: readonly number[];
  /** The looks that cells have, in the order in which they are met. */
  readonly looks: readonly CellLook[];
}

/** Looks through the rows, notes their texts, and gives the sheet a cell of each look. */
export function prepareRows(sheet: Worksheet, table: Table, face: string, texts: Texts): Rows {
  const looks = new Map<string, CellLook>();
  for (const row of table.rows) {
    const bold = isTotal(row);
    eachCell(table, row, ({ value, format }, align) => {
      if (typeof value === 'string' && !texts.has(value)) texts.set(value, texts.size);
      const look = { align, bold, format };
      looks.set(keyOf(look), look);
    });
  }
  const pattern = sheet.getRow(PATTERN_ROW);
  [...looks.values()].forEach((look, index) => (pattern.getCell(index + 1).style = lookOf(look, face) as ExcelStyle));
  return { table, widths: sheet.columns.map(({ width }) => width ?? 0), looks: [...looks.values()] };
}

/** The XML of a sheet with its rows in place of the one that showed their looks. */
export function* sheetXml(xml: string, rows: Rows, placeOf: (text: string) => number): Generator<string> {
  const match = PATTERN.exec(xml);
  if (!match) {
    yield xml;
    return;
  }
  const numbers = [...match[0].matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)].map(([, number = '']) => number);
  const styles = new Map(rows.looks.map((look, index) => [keyOf(look), numbers[index] ?? '0']));
  const last = `${columnName(rows.table.columns.length - 1)}${rows.table.rows.length + 1}`;
  yield xml.slice(0, match.index).replace(DIMENSION, `<dimension ref="A1:${last}"/>`);
  for (const [index, row] of rows.table.rows.entries()) yield rowXml(row, index + PATTERN_ROW, rows, styles, placeOf);
  yield xml.slice(match.index + match[0].length);
}

const COUNTS = /count="(\d+)" uniqueCount="(\d+)"/;
const LIST_END = '</sst>';

/** Texts that the library's list has. */
export function listed(xml: string): number {
  return Number(COUNTS.exec(xml)?.[2] ?? 0);
}

/** The library's list of texts with those of the rows after its own. */
export function* textsXml(xml: string, rows: readonly Rows[], texts: Texts): Generator<string> {
  const used = rows.reduce((sum, each) => sum + countTexts(each), 0);
  const counts = (_: string, count: string, unique: string): string =>
    `count="${Number(count) + used}" uniqueCount="${Number(unique) + texts.size}"`;
  yield xml.slice(0, xml.lastIndexOf(LIST_END)).replace(COUNTS, counts);
  for (const text of texts.keys()) {
    const space = text.trim() === text ? {} : { 'xml:space': 'preserve' };
    yield `<si>${element('t', space, escapeXml(text))}</si>`;
  }
  yield LIST_END;
}

/** Cells of the rows that hold text. */
function countTexts({ table }: Rows): number {
  let count = 0;
  for (const row of table.rows) eachCell(table, row, ({ value }) => (count += typeof value === 'string' ? 1 : 0));
  return count;
}

function eachCell(table: Table, row: readonly Cell[], visit: (value: CellValue, align: Alignment) => void): void {
  table.columns.forEach(({ align }, index) => {
    visit(cellValue(textOf(row[index] ?? [])), align);
  });
}

function rowXml(
  row: readonly Cell[],
  number: number,
  { table, widths }: Rows,
  styles: ReadonlyMap<string, string>,
  placeOf: (text: string) => number,
): string {
  const bold = isTotal(row);
  const height = heightOf(row.map(textOf), widths);
  let xml = `<row r="${number}" ht="${height}" customHeight="1" spans="1:${table.columns.length}" x14ac:dyDescent="0.25">`;
  let column = 0;
  eachCell(table, row, ({ value, format }, align) => {
    const place = `r="${columnName(column)}${number}" s="${styles.get(keyOf({ align, bold, format })) ?? '0'}"`;
    if (typeof value === 'string') xml += `<c ${place} t="s"><v>${placeOf(value)}</v></c>`;
    else xml += `<c ${place}><v>${value instanceof Date ? serialOf(value) : value}</v></c>`;
    column += 1;
  });
  return `${xml}</row>`;
}

function keyOf({ align, bold, format }: CellLook): string {
  return `${align} ${bold} ${format}`;
}

/** A to Z, then AA, from 0. */
function columnName(index: number): string {
  const before = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
