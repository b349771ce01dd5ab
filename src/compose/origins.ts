import { isData, isList } from '../model/data.js';
import type { Data, Value } from '../model/data.js';
import type { ContentFile, Unit } from '../model/project.js';
import { lazy } from '../runtime/lazy.js';
import { ComputedOrigin, DataOrigin } from '../model/origin.js';
import type { Origin, RecordPlace } from '../model/origin.js';

/** Symbols, so that they are copied with `{ ...record }` and are no fields that a template could name. */
const PLACES = Symbol('places');
const FIELDS = Symbol('fields');

interface Placed {
  readonly [PLACES]?: readonly RecordPlace[];
  readonly [FIELDS]?: Readonly<Record<string, Origin>>;
}

/** A copy of a record that knows where it is in content. */
export function withPlaces(record: Data, places: readonly RecordPlace[]): Data {
  return setPlaces({ ...record }, places);
}

/** Like `withPlaces` for a record that was just created and is not used elsewhere yet. */
export function setPlaces(created: Data, places: readonly RecordPlace[]): Data {
  return Object.assign(created, { [PLACES]: places });
}

/** A record that was just created, with the origins of fields that it computed. */
export function setFieldOrigins(created: Data, fields: Readonly<Record<string, Origin>>): Data {
  return Object.assign(created, { [FIELDS]: fields });
}

/** Copies of content that know their places, one for each record that templates of one project read. */
export interface PlacedContent {
  /** The front matter of all units, each with its `id`. */
  readonly units: () => readonly Data[];
  /** The front matter of a file. */
  readonly dataOf: (file: ContentFile) => Data;
  /** A record, or a list with records, below a value with a known place. */
  readonly below: (value: Value | undefined, origin: DataOrigin) => Value | undefined;
}

export function createPlacedContent(units: readonly Unit[]): PlacedContent {
  const copies = new WeakMap<object, Value>();
  const copyOf = (original: object, create: () => Value): Value => {
    const copy = copies.get(original) ?? create();
    copies.set(original, copy);
    return copy;
  };
  const dataOf = (file: ContentFile): Data =>
    copyOf(file.data, () => withPlaces(file.data, [{ file, pointer: '' }])) as Data;
  return {
    units: lazy(() => units.map((unit) => ({ ...dataOf(unit), id: unit.id }))),
    dataOf,
    below: (value, origin) => {
      if (typeof value !== 'object' || value === null) return value;
      // A record that was joined from two files may be read again where its place is known exactly.
      return origin.records.length > 1 ? placedValue(value, origin) : copyOf(value, () => placedValue(value, origin));
    },
  };
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
export function tracePath(base: Value | undefined, keys: readonly string[], content?: PlacedContent): Tracked {
  let step = startAt(base);
  for (const key of keys) {
    if (step.value === null || step.value === undefined) return new Tracked(step.value, null);
    step = stepTo(step, key);
  }
  const { value, places, pointer, stated } = step;
  if (stated || places.length === 0) return new Tracked(value, stated);
  const origin = new DataOrigin(places, pointer, value ?? null);
  return new Tracked(content ? content.below(value, origin) : value, origin);
}

/** Records below a value whose place is known get theirs, so that they keep it on their way through helpers. */
function placedValue(value: Value, origin: DataOrigin): Value {
  if (isData(value)) return placesOf(value).length > 0 ? value : withPlaces(value, absolutePlaces(origin));
  if (!isList(value) || !value.some((item) => isData(item) && placesOf(item).length === 0)) return value;
  const places = absolutePlaces(origin);
  return value.map((item, index) => (isData(item) ? withPlaces(item, placesBelow(places, index)) : item));
}

/** A value on a path, with the nearest records above it that know their places and its pointer relative to them. */
interface Step {
  readonly value: Value | undefined;
  readonly places: readonly RecordPlace[];
  readonly pointer: string;
  /** The origin that the record itself states for the field. */
  readonly stated: Origin | null;
}

function startAt(value: Value | undefined): Step {
  return { value, places: isData(value) ? placesOf(value) : [], pointer: '', stated: null };
}

function stepTo({ value, places, pointer }: Step, key: string): Step {
  const stated = isData(value) ? ((value as Placed)[FIELDS]?.[key] ?? null) : null;
  const next = startAt(ownValue(value ?? null, key));
  return next.places.length > 0
    ? { ...next, stated }
    : { ...next, places, pointer: `${pointer}/${escapePointer(key)}`, stated };
}

function ownValue(value: Value, key: string): Value | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Data)[key];
}

/** The origin of an item of a list. */
export function itemOrigin({ value, origin }: Tracked, index: number): Origin | null {
  const item = isList(value) ? (value[index] ?? null) : null;
  if (isData(item)) return recordOrigin(item);
  return origin?.kind === 'data' ? new DataOrigin(origin.records, `${origin.pointer}/${index}`, item) : origin;
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
