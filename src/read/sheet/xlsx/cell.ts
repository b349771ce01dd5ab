import type { Content } from '../grid.js';
import type { NumberKind } from './number-formats.js';
import { decodeEscapes } from './strings.js';

/** A cell as it is stored. */
export interface StoredCell {
  /** Attribute `t`; `n` if absent. */
  readonly type: string;
  /** Index of the cell format. */
  readonly format: number;
  readonly hasFormula: boolean;
  /** Text of `v`; null if there is no such element. */
  readonly value: string | null;
  /** Text of `is`. */
  readonly inline: string;
}

/** The parts of a workbook that its cells refer to. */
export interface CellTables {
  readonly strings: readonly string[];
  readonly formats: readonly NumberKind[];
  readonly from1904: boolean;
}

const NO_RESULT: Content = { kind: 'fault', reason: '是公式，文件里没有存算好的数' };

/** The content of a cell; for a formula, the result that the spreadsheet last calculated. */
export function contentOf(cell: StoredCell, tables: CellTables): Content {
  const { type, value, hasFormula, inline } = cell;
  if (type === 'inlineStr') return textContent(decodeEscapes(inline));
  if (type === 'str' && value !== null) return textContent(decodeEscapes(value));
  if (value === null || value === '') return hasFormula ? NO_RESULT : { kind: 'blank' };
  return valueContent(type, value, tables, cell.format);
}

function valueContent(type: string, value: string, tables: CellTables, format: number): Content {
  if (type === 's') return sharedText(tables.strings[Number(value)]);
  if (type === 'b') return { kind: 'flag', value: value === '1' || value === 'true' };
  if (type === 'e') return { kind: 'fault', reason: `显示为错误值 ${value}` };
  if (type === 'd') return isoDate(value);
  return numberContent(Number(value), tables.formats[format] ?? 'number', tables.from1904);
}

function sharedText(text: string | undefined): Content {
  return text === undefined ? { kind: 'fault', reason: '指向的文字在文件里没有' } : textContent(text);
}

/** Normalizes line ends. */
function textContent(text: string): Content {
  const plain = text.replace(/\r\n?/g, '\n');
  return plain.trim() === '' ? { kind: 'blank' } : { kind: 'text', text: plain };
}

function numberContent(value: number, kind: NumberKind, from1904: boolean): Content {
  if (!Number.isFinite(value)) return { kind: 'fault', reason: '存的不是数' };
  return kind === 'date' ? serialDate(value, from1904) : { kind: 'number', value, percent: kind === 'percent' };
}

const MS_PER_DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const DAYS_1900_TO_1904 = 1462;
/** 31 December 9999, the last day of a spreadsheet. */
const LAST_DAY = 2_958_466;
const NO_DATE: Content = { kind: 'fault', reason: '是日历上没有的日期' };

function serialDate(days: number, from1904: boolean): Content {
  const serial = from1904 ? days + DAYS_1900_TO_1904 : days;
  if (serial < 0 || serial >= LAST_DAY) return NO_DATE;
  return { kind: 'date', date: new Date(EPOCH + Math.round(serial * MS_PER_DAY)).toISOString().slice(0, 10) };
}

function isoDate(text: string): Content {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  return date === undefined || Number.isNaN(Date.parse(date)) ? NO_DATE : { kind: 'date', date };
}
