import type { XmlAttributes } from '../../../encoding/xml/scan.js';
import { BLANK, type Grid, type GridCell } from '../grid.js';
import { WorkbookError } from '../workbook-error.js';
import { areaOf, areaSize, columnOf, LAST_ROW, type Area } from './area.js';
import { contentOf, type CellTables, type StoredCell } from './cell.js';
import type { SheetEntry } from './directory.js';
import { isTrue, scanPart, type Parts } from './part.js';

/** Limits of a sheet: far above the size of a ledger, far below what exhausts memory. */
const MAX = { cells: 400_000, mergedCells: 400_000, rows: 20_000, columns: 256 } as const;

interface Row {
  readonly hidden: boolean;
  /** By column, counted from 0; columns without content are absent. */
  readonly cells: GridCell[];
}

type OpenCell = { -readonly [Key in keyof StoredCell]: StoredCell[Key] };

const ROW = 'worksheet/sheetData/row';
const CELL = `${ROW}/c`;
const TEXT = new Set([`${CELL}/is/t`, `${CELL}/is/r/t`]);

/** Reads a sheet as a grid of the rows that have values. Throws `WorkbookError` if it exceeds the limits. */
export function readSheet(parts: Parts, { name, hidden, part }: SheetEntry, tables: CellTables): Grid {
  const rows = new Map<number, Row>();
  const merged: Area[] = [];
  scanPart(parts, part, sheetHandler(rows, merged, tables));
  checkMerged(merged);
  for (const area of merged) fillArea(rows, area);
  const filled = [...rows].filter(([, { cells }]) => cells.length > 0).sort(([a], [b]) => a - b);
  if (filled.length > MAX.rows)
    throw new WorkbookError(`“${name}”表有${filled.length}行，超过${MAX.rows}行，请分成几个文件`);
  return {
    name,
    hidden,
    rows: filled.map(([number, row]) => ({
      number,
      hidden: row.hidden,
      cells: Array.from(row.cells, (cell: GridCell | undefined) => cell ?? BLANK),
    })),
  };
}

function sheetHandler(rows: Map<number, Row>, merged: Area[], tables: CellTables): Parameters<typeof scanPart>[2] {
  let [row, column, cellCount] = [0, 0, 0];
  let cell: OpenCell = emptyCell({});
  const open = (path: string, attributes: XmlAttributes): void => {
    if (path === ROW) {
      [row, column] = [rowNumber(attributes['r'], row), 0];
      rows.set(row, { hidden: isTrue(attributes['hidden']), cells: rows.get(row)?.cells ?? [] });
    } else if (path === CELL) {
      column = columnOf(attributes['r'] ?? '') ?? column + 1;
      cell = emptyCell(attributes);
      if ((cellCount += 1) > MAX.cells)
        throw new WorkbookError(`一张表里的单元格超过${MAX.cells}个，多半是给整列整行设了格式`);
    } else if (path === `${CELL}/f`) cell.hasFormula = true;
    else if (path === `${CELL}/v`) cell.value = '';
    else if (path === 'worksheet/mergeCells/mergeCell') merged.push(areaOf(attributes['ref'] ?? ''));
  };
  const text = (path: string, piece: string): void => {
    if (path === `${CELL}/v`) cell.value = (cell.value ?? '') + piece;
    else if (TEXT.has(path)) cell.inline += piece;
  };
  const close = (path: string): void => {
    if (path !== CELL || column > MAX.columns) return;
    const content = contentOf(cell, tables);
    const cells = rows.get(row)?.cells;
    if (content.kind !== 'blank' && cells) cells[column - 1] = { content, from: 'own' };
  };
  return { open, text, close };
}

/** Throws `WorkbookError` if filling the merged areas would take too much memory. */
function checkMerged(merged: readonly Area[]): void {
  if (merged.reduce((sum, area) => sum + areaSize(area), 0) > MAX.mergedCells)
    throw new WorkbookError('合并单元格的范围太大，请取消整行整列的合并');
}

function emptyCell({ t = 'n', s = '0' }: XmlAttributes): OpenCell {
  return { type: t, format: Number(s), hasFormula: false, value: null, inline: '' };
}

/** The number of a row; a row without a number follows the previous one. */
function rowNumber(written: string | undefined, previous: number): number {
  const number = written === undefined ? previous + 1 : Number(written);
  if (!Number.isInteger(number) || number < 1 || number > LAST_ROW)
    throw new WorkbookError('行号超出了工作表的范围，不是电子表格软件写出来的');
  return number;
}

/** Gives the value of the first cell of a merged area to its other cells. */
function fillArea(rows: Map<number, Row>, { top, left, bottom, right }: Area): void {
  const content = rows.get(top)?.cells[left - 1]?.content;
  if (!content) return;
  for (let number = top; number <= bottom; number += 1) {
    const row = rows.get(number) ?? { hidden: false, cells: [] };
    rows.set(number, row);
    for (let column = left; column <= Math.min(right, MAX.columns); column += 1) {
      if (number === top && column === left) continue;
      row.cells[column - 1] = { content, from: column === left ? 'above' : 'left' };
    }
  }
}
