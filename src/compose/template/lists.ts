import { isData, isList, scalarText as text } from '../../model/data.js';
import type { Data, Value } from '../../model/data.js';
import { decimalTotal } from '../../campaign/arithmetic.js';
import { computedFrom, placesOf, withFieldOrigins, withPlaces } from '../origins.js';

export function items(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}

export function records(value: Value | undefined): readonly Data[] {
  const list = items(value);
  // The list itself, since it may be known what its records would answer.
  return list.every(isData) ? list : list.filter(isData);
}

export function record(value: Value | undefined): Data {
  return isData(value) ? value : {};
}

/** The answers at `key`, each once, in order of first appearance; holes are no answer. */
export function distinctOf(list: readonly Data[], key: string): readonly string[] {
  return [...new Set(list.map((item) => text(item[key])))].filter((answer) => answer !== '');
}

/** Records by their answer at `key`: `key`, `members` and `count`; one group for each of `answers` where they are given. */
export function groupBy(list: readonly Data[], key: string, answers?: Value): readonly Data[] {
  return (answers === undefined ? distinctOf(list, key) : items(answers).map(text)).map((answer) => {
    const members = list.filter((item) => text(item[key]) === answer);
    const group = { key: answer, members, count: members.length };
    return withFieldOrigins(group, {
      key: computedFrom([members, key], answer),
      count: computedFrom([members], members.length),
    });
  });
}

/** Groups of records that answer all of `keys` alike and come from two units or more; the most widely shared first. */
export function sharedBy(list: readonly Data[], keys: readonly string[]): readonly Data[] {
  const whole = list.filter((item) => keys.every((key) => text(item[key]) !== ''));
  const named = whole.map((item) => ({ ...item, group: JSON.stringify(keys.map((key) => item[key] ?? null)) }));
  const groups = groupBy(named, 'group').map((group): Data => {
    return { ...group, units: distinctOf(records(group['members']), 'unit').length };
  });
  return sortBy(
    groups.filter((group) => Number(group['units']) > 1),
    'units',
    true,
  );
}

/** Sorted by the answer at `key`, numbers as numbers; equal answers keep their order. */
export function sortBy(list: readonly Data[], key: string, descending: boolean): readonly Data[] {
  const sign = descending ? -1 : 1;
  return [...list].sort((a, b) => sign * compareValues(a[key] ?? null, b[key] ?? null));
}

function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return text(a) < text(b) ? -1 : Number(text(a) > text(b));
}

/**
 * The records with a share, best first, each with its `place`. Equal shares have the same place and the next one counts
 * on behind them: 1, 2, 2, 4. Equal fractions are equal as floating-point quotients, so nothing is rounded first.
 */
export function rankByShare(list: readonly Data[], part: string, whole: string): readonly Data[] {
  const share = (item: Data): number => Number(item[part]) / Number(item[whole]);
  const known = list.filter((item) => typeof item[part] === 'number' && Number(item[whole]) > 0);
  const sorted = [...known].sort((a, b) => share(b) - share(a));
  return sorted.map((item) => ({ ...item, place: 1 + sorted.filter((other) => share(other) > share(item)).length }));
}

// A list without records still has the fields that its schema declares.
const declared = new WeakMap<readonly Data[], readonly string[]>();

/** Says what the records of a list would answer, were there any. */
export function declareFields(list: readonly Data[], names: readonly string[]): readonly Data[] {
  declared.set(list, names);
  return list;
}

/** Each record of `list` with the first of `others` of the same unit whose `otherKey` answers `key` laid under it. */
export function matched(
  list: readonly Data[],
  others: readonly Data[],
  key: string,
  otherKey: string,
): readonly Data[] {
  const keyOf = (item: Data, name: string): string => JSON.stringify([item['unit'], item[name]]);
  const first = new Map<string, Data>();
  for (const other of others) if (!first.has(keyOf(other, otherKey))) first.set(keyOf(other, otherKey), other);
  const names = new Set([...(declared.get(others) ?? []), ...Object.keys(others[0] ?? {})]);
  const blank = Object.fromEntries([...names].map((name) => [name, null]));
  return list.map((item) => {
    const other = first.get(keyOf(item, key)) ?? {};
    return withPlaces({ ...blank, ...other, ...item }, [...placesOf(item), ...placesOf(other)]);
  });
}

/**
 * The numbers at `key` added up in decimal. Where no one gave a number, the answer that all of them gave, 无 or
 * 不适用; `null` where there is none or they differ, so that nothing unreported is printed as 0.
 */
export function totalAnswer(list: readonly Data[], key: string): Value {
  const answers = list.map((item) => item[key] ?? null);
  const numbers = answers.filter((answer) => typeof answer === 'number');
  if (numbers.length > 0) return decimalTotal(numbers);
  const [first = null, ...rest] = answers;
  return rest.every((answer) => answer === first) ? first : null;
}
