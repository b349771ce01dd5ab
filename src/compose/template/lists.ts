import { isData, isList, scalarText as text } from '../../model/data.js';
import type { Data, Value } from '../../model/data.js';
import { decimalSum } from '../../campaign/arithmetic.js';
import { computedFrom, placesOf, setFieldOrigins, setPlaces } from '../origins.js';

export function items(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}

export function records(value: Value | undefined): readonly Data[] {
  const list = items(value);
  // Returns the same array if possible, since declared fields are stored by identity.
  return list.every(isData) ? list : list.filter(isData);
}

export function record(value: Value | undefined): Data {
  return isData(value) ? value : {};
}

/** The distinct values at `key` in order of first appearance, without missing values. */
export function distinctOf(list: readonly Data[], key: string): readonly string[] {
  return [...new Set(list.map((item) => text(item[key])))].filter((answer) => answer !== '');
}

/**
 * Groups records by their value at `key`, as `key`, `members` and `count`; with `answers`, one group for each of them.
 */
export function groupBy(list: readonly Data[], key: string, answers?: Value): readonly Data[] {
  return (answers === undefined ? distinctOf(list, key) : items(answers).map(text)).map((answer) => {
    const members = list.filter((item) => text(item[key]) === answer);
    const group = { key: answer, members, count: members.length };
    return setFieldOrigins(group, {
      key: computedFrom([members, key], answer),
      count: computedFrom([members], members.length),
    });
  });
}

/** Groups of records with equal values at all of `keys` from at least two units, those with most units first. */
export function sharedBy(list: readonly Data[], keys: readonly string[]): readonly Data[] {
  const complete = list.filter((item) => keys.every((key) => text(item[key]) !== ''));
  const keyed = complete.map((item) => ({ ...item, group: JSON.stringify(keys.map((key) => item[key] ?? null)) }));
  const groups = groupBy(keyed, 'group').map((group): Data => {
    return { ...group, units: distinctOf(records(group['members']), 'unit').length };
  });
  return sortBy(
    groups.filter((group) => Number(group['units']) > 1),
    'units',
    true,
  );
}

/** Sorts by the value at `key`, numbers numerically; the sort is stable. */
export function sortBy(list: readonly Data[], key: string, descending: boolean): readonly Data[] {
  const sign = descending ? -1 : 1;
  return [...list].sort((a, b) => sign * compareValues(a[key] ?? null, b[key] ?? null));
}

function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return text(a) < text(b) ? -1 : Number(text(a) > text(b));
}

/**
 * The records with a share, best first, each with its `place`. Equal shares have the same place, and the following
 * places are skipped: 1, 2, 2, 4. Equal fractions have equal floating-point quotients, so no rounding is needed.
 */
export function rankByShare(list: readonly Data[], part: string, whole: string): readonly Data[] {
  const share = (item: Data): number => Number(item[part]) / Number(item[whole]);
  const valid = list.filter((item) => typeof item[part] === 'number' && Number(item[whole]) > 0);
  const sorted = [...valid].sort((a, b) => share(b) - share(a));
  return sorted.map((item) => ({ ...item, place: 1 + sorted.filter((other) => share(other) > share(item)).length }));
}

// The fields of a list by its schema, which are also known if the list is empty.
const declaredFields = new WeakMap<readonly Data[], readonly string[]>();

/** Declares the fields of the records of a list. */
export function declareFields(list: readonly Data[], names: readonly string[]): readonly Data[] {
  declaredFields.set(list, names);
  return list;
}

/**
 * Left join: each record of `list` merged with the first of `others` of the same unit whose `otherKey` equals `key`.
 */
export function leftJoin(
  list: readonly Data[],
  others: readonly Data[],
  key: string,
  otherKey: string,
): readonly Data[] {
  const keyOf = (item: Data, name: string): string => JSON.stringify([item['unit'], item[name]]);
  const first = new Map<string, Data>();
  for (const other of others) if (!first.has(keyOf(other, otherKey))) first.set(keyOf(other, otherKey), other);
  const names = new Set([...(declaredFields.get(others) ?? []), ...Object.keys(others[0] ?? {})]);
  const blank = Object.fromEntries([...names].map((name) => [name, null]));
  return list.map((item) => {
    const other = first.get(keyOf(item, key)) ?? {};
    return setPlaces({ ...blank, ...other, ...item }, [...placesOf(item), ...placesOf(other)]);
  });
}

/**
 * The decimal sum of the numbers at `key`. Without numbers, the common value, 无 or 不适用; `null` if there is none or
 * they differ, so that a missing value is not printed as 0.
 */
export function totalAnswer(list: readonly Data[], key: string): Value {
  const answers = list.map((item) => item[key] ?? null);
  const numbers = answers.filter((answer) => typeof answer === 'number');
  if (numbers.length > 0) return decimalSum(numbers);
  const [first = null, ...rest] = answers;
  return rest.every((answer) => answer === first) ? first : null;
}
