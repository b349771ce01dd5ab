/** A value of front matter, under English identifiers. `null` is a missing value. */
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

/** The word that marks a missing value; it is read as `null`. 0, 无 and 不适用 are values and are kept. */
export const UNREPORTED = '未报';

/** A scalar as text; empty for a missing value, a list or a record. */
export function scalarText(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The text at `key`, or the empty string. */
export function textAt(data: Data, key: string): string {
  const value = data[key];
  return typeof value === 'string' ? value : '';
}

/** The texts of the list at `key`; other items are left out. */
export function textsAt(data: Data, key: string): readonly string[] {
  const value = data[key];
  return isList(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The records of the list at `key`; other items are left out. */
export function recordsAt(data: Data, key: string): readonly Data[] {
  const value = data[key];
  return isList(value) ? value.filter(isData) : [];
}

export function dataAt(data: Data, key: string): Data {
  const value = data[key];
  return isData(value) ? value : {};
}

/** The number at `key`; 0 if the value is missing or a word such as 无. */
export function countAt(data: Data, key: string): number {
  const value = data[key];
  return typeof value === 'number' ? value : 0;
}

/** The number at `key`; `null` if the value is missing or a word, so that it is left out of comparisons. */
export function numberAt(data: Data, key: string): number | null {
  const value = data[key];
  return typeof value === 'number' ? value : null;
}
