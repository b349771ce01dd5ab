/** Front matter once read: plain values under English identifiers. `null` is a value that is owed and not there. */
export type Value = null | boolean | number | string | readonly Value[] | Data;
export interface Data {
  readonly [key: string]: Value;
}

export function isData(value: Value | undefined): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** What 未报 is in the model: an answer that is owed. 0, 无 and 不适用 are answers and stay what they are. */
export const UNREPORTED = '未报';

/** A single value as it is typed; empty for one that is owed, and for lists and records. */
export function scalarText(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The text at `key`, or empty where there is none. */
export function textAt(data: Data, key: string): string {
  const value = data[key];
  return typeof value === 'string' ? value : '';
}

/** The texts of the list at `key`; anything else in it is left out. */
export function textsAt(data: Data, key: string): readonly string[] {
  const value = data[key];
  return isList(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The objects of the list at `key`; anything else in it is left out. */
export function recordsAt(data: Data, key: string): readonly Data[] {
  const value = data[key];
  return isList(value) ? value.filter(isData) : [];
}

export function dataAt(data: Data, key: string): Data {
  const value = data[key];
  return isData(value) ? value : {};
}

/** The number at `key`, 0 where there is none or the answer is a word such as 无. */
export function countAt(data: Data, key: string): number {
  const value = data[key];
  return typeof value === 'number' ? value : 0;
}

/** The number at `key`, `null` where it is owed or the answer is a word: what is not known is not compared. */
export function knownCount(data: Data, key: string): number | null {
  const value = data[key];
  return typeof value === 'number' ? value : null;
}
