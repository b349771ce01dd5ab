import { isData, isList } from '../model/data.js';
import type { Data, Value } from '../model/data.js';
import { ComputedOrigin, DataOrigin } from '../model/origin.js';
import type { Origin, RecordPlace } from '../model/origin.js';

/** Symbols, so that they are copied with `{ ...record }` and are no fields that a template could name. */
const PLACES = Symbol('places');
const FIELDS = Symbol('fields');

interface Placed {
  readonly [PLACES]?: readonly RecordPlace[];
  readonly [FIELDS]?: Readonly<Record<string, Origin>>;
}

/** A record that knows where it is in content. */
export function withPlaces(record: Data, places: readonly RecordPlace[]): Data {
  return Object.assign({ ...record }, { [PLACES]: places });
}

/** A record with fields of which it says itself what they were worked out from. */
export function withFieldOrigins(record: Data, fields: Readonly<Record<string, Origin>>): Data {
  return Object.assign({ ...record }, { [FIELDS]: fields });
}

export function placesOf(record: Data): readonly RecordPlace[] {
  return (record as Placed)[PLACES] ?? [];
}

/** The places one level deeper, at a key or an index. */
export function placesBelow(places: readonly RecordPlace[], key: string | number): readonly RecordPlace[] {
  return places.map(({ file, pointer }) => ({ file, pointer: `${pointer}/${escapePointer(String(key))}` }));
}

/** The records of the list at `key` of a record, each with its places. */
export function recordsBelow(record: Data, key: string): readonly Data[] {
  const list = record[key];
  const places = placesBelow(placesOf(record), key);
  if (!isList(list)) return [];
  return list.flatMap((item, index) => (isData(item) ? [withPlaces(item, placesBelow(places, index))] : []));
}

/** The origin of a whole record; null where it is not known. */
export function recordOrigin(record: Data): Origin | null {
  const places = placesOf(record);
  return places.length > 0 ? new DataOrigin(places, '', null) : null;
}

/** The origin of the value at `key` of a record; null where it is not known. */
export function fieldOrigin(record: Data, key: string): Origin | null {
  return tracePath(record, [key]).origin;
}

/** A value on its way through a template, with its origin where that is known. */
export class Tracked {
  readonly value: Value | undefined;
  readonly origin: Origin | null;

  constructor(value: Value | undefined, origin: Origin | null) {
    this.value = value;
    this.origin = origin;
  }
}

/** The value at a path of own keys below `base`; undefined where the path names nothing, null where it passes a null. */
export function tracePath(base: Value | undefined, keys: readonly string[]): Tracked {
  let value = base;
  let places = isData(base) ? placesOf(base) : [];
  let pointer = '';
  let fixed: Origin | null = null;
  for (const key of keys) {
    if (value === null || value === undefined) return new Tracked(value, null);
    fixed = isData(value) ? ((value as Placed)[FIELDS]?.[key] ?? null) : null;
    value = ownValue(value, key);
    const inner = isData(value) ? placesOf(value) : [];
    if (inner.length > 0) [places, pointer] = [inner, ''];
    else pointer += `/${escapePointer(key)}`;
  }
  if (fixed) return new Tracked(value, fixed);
  return new Tracked(value, places.length > 0 ? new DataOrigin(places, pointer, value ?? null) : null);
}

function ownValue(value: Value, key: string): Value | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Data)[key];
}

/** An item of a list, which a block helper makes the context: a record gets its places from the list. */
export function itemOf(list: Tracked, index: number, item: Value): Tracked {
  const origin = childOrigin(list.origin, index, item);
  if (!isData(item) || placesOf(item).length > 0 || origin?.kind !== 'data') return new Tracked(item, origin);
  return new Tracked(withPlaces(item, absolutePlaces(origin)), origin);
}

/** A record that a block helper makes the context. */
export function contextOf({ value, origin }: Tracked): Value | undefined {
  const isPlaced = isData(value) && placesOf(value).length === 0 && origin?.kind === 'data';
  return isPlaced ? withPlaces(value, absolutePlaces(origin)) : value;
}

function childOrigin(origin: Origin | null, index: number, item: Value): Origin | null {
  if (origin?.kind !== 'data') return origin;
  return new DataOrigin(origin.records, `${origin.pointer}/${index}`, item);
}

function absolutePlaces({ records, pointer }: DataOrigin): readonly RecordPlace[] {
  return records.map((record) => ({ file: record.file, pointer: `${record.pointer}${pointer}` }));
}

/**
 * What a helper's result was worked out from: the fields that its list and key arguments name, else the records and values
 * that it was given. Worked out when asked for, since few results are ever traced.
 */
export function computedFrom(args: readonly (Tracked | Value | undefined)[], value: Value): Origin {
  return new ComputedOrigin(() => args.flatMap((arg, index) => inputsOf(arg, args[index + 1])), value);
}

function inputsOf(arg: Tracked | Value | undefined, next: Tracked | Value | undefined): readonly Origin[] {
  const { value, origin } = arg instanceof Tracked ? arg : new Tracked(arg, null);
  const records = isList(value) ? value.filter(isData) : isData(value) ? [value] : [];
  if (records.length === 0) return origin ? [origin] : [];
  const key = typeof next === 'string' ? next : '';
  const known = records.flatMap((record) => {
    return (Object.hasOwn(record, key) ? fieldOrigin(record, key) : recordOrigin(record)) ?? [];
  });
  return known.length > 0 || !origin ? known : [origin];
}

/** RFC 6901. */
function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
