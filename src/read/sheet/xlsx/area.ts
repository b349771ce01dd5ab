import { WorkbookError } from '../workbook-error.js';

/** A rectangle of cells; rows and columns are counted from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const LAST_ROW = 1_048_576;

const AREA = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/;

/** A merged area such as `B3:B5`. Throws `WorkbookError`. */
export function areaOf(reference: string): Area {
  const match = AREA.exec(reference);
  if (!match) throw new WorkbookError('合并单元格的记录读不懂');
  const [, left = 'A', top = '1', right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

/** Number of cells in an area. */
export function areaSize({ top, left, bottom, right }: Area): number {
  return Math.max(0, 1 + right - left) * Math.max(0, 1 + bottom - top);
}

/** The column, counted from 1, of an address such as B7; null if it is not an address. */
export function columnOf(address: string): number | null {
  const name = /^([A-Z]{1,3})\d{1,7}$/.exec(address)?.[1];
  return name === undefined ? null : columnNumber(name);
}

function columnNumber(name: string): number {
  return [...name].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
}
