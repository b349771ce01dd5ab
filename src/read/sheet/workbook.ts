import ExcelJS from 'exceljs';
import type { Cell, CellValue, Row, Worksheet } from 'exceljs';
import { BLANK } from './grid.js';
import type { Content, Grid, GridCell, GridRow } from './grid.js';

/** Limits of a sheet: far above the size of a ledger, far below what exhausts memory. */
const MAX = { cells: 400_000, mergedCells: 400_000, rows: 20_000, columns: 256 } as const;

/** A workbook that cannot be read. The message is the reason, in Chinese. */
export class WorkbookError extends Error {}

const LAST_ROW = 1_048_576;

const MERGE = /<mergeCell\b[^>]*>/g;
const MERGE_AREA = /\bref="([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?"/;

/**
 * Rejects markup that the reader would expand without bound: merged areas, cells, document types. Throws
 * `WorkbookError`.
 */
export function inspectSheet(markup: string): void {
  if (/<!DOCTYPE/i.test(markup)) throw new WorkbookError('工作表里夹有文档类型声明，不是电子表格软件写出来的');
  if (countOf(markup, /<c[\s/>]/g) > MAX.cells)
    throw new WorkbookError(`一张表里的单元格超过${MAX.cells}个，多半是给整列整行设了格式`);
  for (const [tag] of markup.matchAll(/<row\b[^>]*>/g)) inspectRow(tag);
  const merged = [...markup.matchAll(MERGE)].reduce((sum, [tag]) => sum + areaOf(tag), 0);
  if (merged > MAX.mergedCells) throw new WorkbookError('合并单元格的范围太大，请取消整行整列的合并');
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}

/** Checks a row number, since the reader iterates over all rows up to the last number. */
function inspectRow(tag: string): void {
  const number = /\sr="(\d{1,7})"/.exec(tag)?.[1];
  if (number === undefined ? /\sr\s*=/.test(tag) : Number(number) > LAST_ROW)
    throw new WorkbookError('行号超出了工作表的范围，不是电子表格软件写出来的');
}

/** Removes defined names from the workbook markup, since the reader would expand them cell by cell. */
export function withoutNames(markup: string): string {
  const rest = markup.replace(/<definedNames\b[\s\S]*?<\/definedNames>/g, '');
  if (/definedName|<!DOCTYPE/i.test(rest)) throw new WorkbookError('工作簿的目录读不懂');
  return rest;
}

function areaOf(tag: string): number {
  const match = MERGE_AREA.exec(tag);
  if (!match) throw new WorkbookError('合并单元格的记录读不懂');
  const [, left = 'A', top = '1', right = left, bottom = top] = match;
  return (1 + columnNumber(right) - columnNumber(left)) * (1 + Number(bottom) - Number(top));
}

function columnNumber(name: string): number {
  return [...name].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
}

/** Elements that contain no values. The reader would expand some of them cell by cell. */
const IGNORED = [
  'cols',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'picture',
  'tableParts',
  'extLst',
  'autoFilter',
];

/**
 * Reads the sheets of a workbook with the cached results of formulas; no formula is evaluated. The caller must limit
 * the size of the file and inspect its sheets first (`inspectSheet`). Throws `WorkbookError`.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Grid[]> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(exactBuffer(bytes), { ignoreNodes: IGNORED });
  } catch {
    throw new WorkbookError('文件里的内容已损坏，读不下去');
  }
  return book.worksheets.map(toGrid);
}

/** Copies the bytes, since the library's types require an `ArrayBuffer`. */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

function toGrid(sheet: Worksheet): Grid {
  const rows: GridRow[] = [];
  // Row numbers may go up to a million with no rows between them.
  for (let number = 1; number <= Math.min(sheet.rowCount, LAST_ROW); number += 1) {
    const row = sheet.findRow(number);
    if (row?.hasValues === true) rows.push({ number, hidden: row.hidden, cells: cellsOf(row) });
  }
  if (rows.length > MAX.rows)
    throw new WorkbookError(`“${sheet.name}”表有${rows.length}行，超过${MAX.rows}行，请分成几个文件`);
  return { name: sheet.name, hidden: sheet.state !== 'visible', rows };
}

function cellsOf(row: Row): readonly GridCell[] {
  const last = Math.min(row.cellCount, MAX.columns);
  return Array.from({ length: last }, (_, index) => {
    const cell = row.findCell(index + 1);
    return cell ? toCell(cell) : BLANK;
  });
}

function toCell(cell: Cell): GridCell {
  const content = contentOf(cell.value, cell.numFmt);
  if (!cell.isMerged || cell.master.address === cell.address) return { content, from: 'own' };
  return { content, from: cell.master.col === cell.col ? 'above' : 'left' };
}

function contentOf(value: CellValue, format: string | undefined): Content {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (typeof value === 'string') return textContent(value);
  if (typeof value === 'number') return { kind: 'number', value, percent: (format ?? '').includes('%') };
  if (typeof value === 'boolean') return { kind: 'flag', value };
  if (value instanceof Date) return dateContent(value);
  if ('error' in value) return { kind: 'fault', reason: `显示为错误值 ${value.error}` };
  if ('richText' in value) return textContent(value.richText.map(({ text }) => text).join(''));
  if ('text' in value) return contentOf(value.text, format);
  return formulaContent(value.result, format);
}

/** The cached result of a formula, as the spreadsheet last calculated it; a fault if there is none. */
function formulaContent(result: CellValue | undefined, format: string | undefined): Content {
  const content = contentOf(result ?? null, format);
  if (content.kind !== 'blank') return content;
  return { kind: 'fault', reason: '是公式，文件里没有存算好的数' };
}

/** Removes escaped carriage returns and normalizes line ends. */
function textContent(text: string): Content {
  const plain = text.replace(/_x000[Dd]_/g, '').replace(/\r\n?/g, '\n');
  return plain.trim() === '' ? { kind: 'blank' } : { kind: 'text', text: plain };
}

function dateContent(value: Date): Content {
  if (Number.isNaN(value.getTime())) return { kind: 'fault', reason: '是日历上没有的日期' };
  return { kind: 'date', date: value.toISOString().slice(0, 10) };
}
