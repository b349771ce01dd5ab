import { UNREPORTED } from '../../model/data.js';
import type { Value } from '../../model/data.js';
import { findSet } from '../../model/campaign.js';
import type { Campaign } from '../../model/campaign.js';
import { isCalendarDate, printDate } from '../../campaign/dates.js';
import { typesOf } from '../../model/schema.js';
import type { Schema } from '../../model/schema.js';
import { nearestWord } from '../nearest.js';
import { decimal, isBlank, shownText } from './grid.js';
import type { GridCell } from './grid.js';

/**
 * A cell converted by its field's schema: the value, with an assumption made (`remark`, may be empty), or the error.
 */
export type CellReading =
  | { readonly kind: 'value'; readonly value: Value; readonly remark: string }
  | { readonly kind: 'unfit'; readonly expected: string; readonly hint: string };

/**
 * Converts one cell to its field's type. Only notation is normalized; a value that does not fit is returned as `unfit`.
 */
export function readCell(cell: GridCell, schema: Schema, campaign: Campaign): CellReading {
  if (cell.content.kind === 'fault') return unfit('一个值', '在表格软件里把这一格改成数值（选择性粘贴为值），再导入。');
  if (isBlank(cell)) return value(null);
  const text = shownText(cell);
  if (isUnreported(text)) return value(acceptsUnreported(schema) ? UNREPORTED : null);
  const types = typesOf(schema);
  if (schema.format === 'date') return readDate(cell, text, campaign);
  if (types.includes('integer') || types.includes('number')) return readNumber(cell, text, schema, types);
  if (types.includes('boolean')) return readFlag(text);
  if (types.includes('array')) return value(partsOf(text));
  return readText(cell, text, schema, campaign);
}

function value(found: Value, remark = ''): CellReading {
  return { kind: 'value', value: found, remark };
}

function unfit(expected: string, hint: string): CellReading {
  return { kind: 'unfit', expected, hint };
}

/** This program's own tables print a missing value as （未报）. */
function isUnreported(text: string): boolean {
  return text.replace(/[（）()]/g, '') === UNREPORTED;
}

function acceptsUnreported(schema: Schema): boolean {
  return (schema.anyOf ?? []).some((choice) => choice.enum?.includes(UNREPORTED) === true);
}

/** 2026-5-3, 2026.5.3, 2026/5/3, 2026年5月3日. `PACKED_DATE`: 20260503. */
const WRITTEN_DATE = /^(\d{4})(?:[-./年])(\d{1,2})(?:[-./月])(\d{1,2})日?$/;
const PACKED_DATE = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const YEARLESS_DATE = /^(\d{1,2})月(\d{1,2})日$/;
/** Serial dates of spreadsheets: days since 1899-12-30. The accepted range is 1954 to 2064. */
const SERIAL = { first: 20_000, last: 60_000, epoch: Date.UTC(1899, 11, 30), day: 86_400_000 } as const;

function readDate(cell: GridCell, text: string, { year }: Campaign): CellReading {
  if (cell.content.kind === 'date') return value(cell.content.date);
  const plain = text.normalize('NFKC').replace(/[\s。]+/g, (mark) => (mark.includes('。') ? '.' : ''));
  const written = WRITTEN_DATE.exec(plain) ?? PACKED_DATE.exec(plain);
  if (written) return calendarDate(written[1], written[2], written[3], '');
  const yearless = YEARLESS_DATE.exec(plain);
  if (yearless) return calendarDate(String(year), yearless[1], yearless[2], `没有写年份，按${year}年计`);
  if (cell.content.kind === 'number') return serialDate(cell.content.value);
  return noDate();
}

function calendarDate(year = '', month = '', day = '', remark: string): CellReading {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? value(date, remark) : noDate();
}

function serialDate(days: number): CellReading {
  if (days < SERIAL.first || days > SERIAL.last) return noDate();
  const date = new Date(SERIAL.epoch + Math.floor(days) * SERIAL.day).toISOString().slice(0, 10);
  return value(date, `是没有设成日期格式的日期，按${printDate(date)}计`);
}

function noDate(): CellReading {
  return unfit('日历上有的日期', '写成 2026-03-09、2026.3.9 或 2026年3月9日 的样子，年月日都要有。');
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

function readNumber(cell: GridCell, text: string, schema: Schema, types: readonly string[]): CellReading {
  const whole = !types.includes('number');
  const typeName = whole ? '整数' : '数字';
  const words = (schema.anyOf ?? []).flatMap((choice) => choice.enum ?? []);
  if (words.includes(text)) return value(text);
  const hint = words.length > 0 ? `只写数字；没有数的写${words.join('、')}。` : '只写数字，不写单位和说明。';
  if (cell.content.kind === 'number' && cell.content.percent)
    return unfit(`${typeName}，不是百分数`, '填实际的数，比率由程序算。');
  const number = numberIn(text, schema.measure);
  if (number === null || (whole && !Number.isInteger(number))) return unfit(typeName, hint);
  const minimum = minimumOf(schema);
  return number < minimum ? unfit(`不小于${minimum}的${typeName}`, hint) : value(number);
}

/** Parses a number stored as text: with full-width digits, thousands separators, or the field's unit after it. */
function numberIn(text: string, measure: string | undefined): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const bare = measure !== undefined && plain.endsWith(measure) ? plain.slice(0, -measure.length) : plain;
  const digits = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  return NUMBER.test(digits) && Number.isFinite(Number(digits)) ? Number(decimal(Number(digits))) : null;
}

function minimumOf(schema: Schema): number {
  const limits = [schema, ...(schema.anyOf ?? [])].map((part) => part['minimum']);
  return limits.find((limit) => typeof limit === 'number') ?? -Infinity;
}

function readFlag(text: string): CellReading {
  if (['是', '√', '有', 'TRUE', 'true'].includes(text)) return value(true);
  if (['否', '×', '无', 'FALSE', 'false'].includes(text)) return value(false);
  return unfit('“是”或“否”', '只写“是”或者“否”。');
}

function partsOf(text: string): readonly string[] {
  const parts = text.split(/[、；;，,\n]/).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

function readText(cell: GridCell, text: string, schema: Schema, campaign: Campaign): CellReading {
  if (schema.set !== undefined) return readMember(text, findSet(campaign, schema.set)?.members ?? []);
  if (schema.enum) return readMember(text, schema.enum.map(String));
  if (typeof schema['pattern'] === 'string') return readPattern(text, schema['pattern'], schema);
  // An item number may be typed in full-width forms. Names are not normalized.
  if (schema.refersTo !== undefined && schema.refersTo !== 'person') return value(text.normalize('NFKC'));
  return value(cell.content.kind === 'date' ? printDate(cell.content.date) : joinLines(text));
}

/** Finds a member of a set. Only spaces and character width may differ. */
function readMember(text: string, members: readonly string[]): CellReading {
  const plain = (word: string): string => word.normalize('NFKC').replace(/\s/g, '');
  const found = members.find((member) => plain(member) === plain(text));
  if (found !== undefined) return value(found);
  const near = nearestWord(text, members);
  return unfit(`${members.join('、')}之一`, near === '' ? '从可选的词里选一个。' : `是不是“${near}”？`);
}

function readPattern(text: string, pattern: string, schema: Schema): CellReading {
  const found = [text, text.normalize('NFKC').replace(/\s/g, '')].find((word) => new RegExp(pattern, 'u').test(word));
  if (found !== undefined) return value(found);
  const example = schema.examples?.[0];
  return unfit(typeof example === 'string' ? `像 ${example} 的写法` : '规定的写法', schema.description ?? '核对编号。');
}

/** Joins a cell's lines; a line that ends without punctuation gets a semicolon. */
function joinLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  return filled.reduce((all, line) => (/[。！？；：，、,;:.!?]$/u.test(all) ? `${all}${line}` : `${all}；${line}`));
}
