import { isData, isList, scalarText as text } from '../model/data.js';
import type { Data, Value } from '../model/data.js';
import type { Figure } from '../model/figure-trace.js';
import { placeOf } from '../model/project.js';
import type { ContentFile } from '../model/project.js';
import type { Span } from '../model/span.js';
import type { ComposeContext } from './compose-context.js';
import type { FigureLog } from './figure-log.js';

/** Where a record stands in content: its file and its JSON pointer there. */
export interface Origin {
  readonly file: ContentFile;
  readonly pointer: string;
}

/** A symbol, so that it travels with `{ ...record }` and is no field that a template could name. */
const ORIGINS = Symbol('origins');

export function withOrigins(record: Data, origins: readonly Origin[]): Data {
  return Object.assign({ ...record }, { [ORIGINS]: origins });
}

export function originsOf(record: object): readonly Origin[] {
  return (record as { readonly [ORIGINS]?: readonly Origin[] })[ORIGINS] ?? [];
}

/** The places of the values at `key` of records, or of the records themselves where `key` is empty. */
function placesOf(list: readonly Data[], key: string): readonly Span[] {
  return list.flatMap((record) => {
    const origins = originsOf(record);
    const exact = key === '' ? [] : origins.filter(({ file, pointer }) => file.places().has(`${pointer}/${key}`));
    if (exact.length > 0) return exact.map(({ file, pointer }) => placeOf(file, `${pointer}/${key}`));
    return origins.map(({ file, pointer }) => placeOf(file, pointer));
  });
}

const COUNTED = new Set(['count', 'sum', 'total', 'unreported', 'percent']);

/** Notes what a helper added up and from where; a percentage comes from where its two counts came from. */
export function noteFigure({ log }: ComposeContext, name: string, args: readonly Value[], value: unknown): void {
  if (!log || !COUNTED.has(name)) return;
  const [list, key] = args;
  const places =
    name === 'percent'
      ? args.flatMap((arg) => pending(log).findLast((figure) => figure.value === text(arg))?.places ?? [])
      : placesOf(isList(list) ? list.filter(isData) : [], name === 'count' ? '' : text(key));
  if (places.length > 0) log.figures.push({ value: text(value as Value), places: distinctPlaces(places) });
}

function pending({ figures, printed }: FigureLog): readonly Figure[] {
  return figures.slice(printed);
}

function distinctPlaces(places: readonly Span[]): readonly Span[] {
  return [...new Map(places.map((place) => [`${place.path}\n${place.start}`, place])).values()];
}

const FIGURE = /^-?\d/;

/** The mark behind a printed figure: the number under which its places are noted; empty where it has none. */
export function figureTag({ log }: ComposeContext, value: Value, context: unknown): string {
  const printed = text(value);
  if (!log || !FIGURE.test(printed)) return '';
  const last = pending(log).at(-1);
  const places = last?.value === printed ? last.places : placesAround(context, value);
  if (places.length === 0) return '';
  log.printed = log.figures.push({ value: printed, places });
  return `\uFDD4${log.printed - 1}\uFDD5`;
}

/** A value that a template prints as it stands: its own place where the record has it once, else the record's. */
function placesAround(context: unknown, value: Value): readonly Span[] {
  if (typeof context !== 'object' || context === null) return [];
  const keys = Object.entries(context).filter(([, candidate]) => candidate === value);
  return placesOf([context as Data], keys.length === 1 ? (keys[0]?.[0] ?? '') : '');
}
