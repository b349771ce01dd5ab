import { isData, isList, scalarText as text } from '../model/data.js';
import type { Data, Value } from '../model/data.js';
import type { Figure } from '../model/figure-trace.js';
import { placeOf } from '../model/project.js';
import type { ContentFile } from '../model/project.js';
import type { Span } from '../model/span.js';
import type { ComposeContext } from './compose-context.js';
import type { FigureLog } from './figure-log.js';

/** The location of a record in content: its file and JSON pointer. */
export interface Origin {
  readonly file: ContentFile;
  readonly pointer: string;
}

/** A symbol key is copied by `{ ...record }` and is not accessible to templates. */
const ORIGINS = Symbol('origins');

export function withOrigins(record: Data, origins: readonly Origin[]): Data {
  return Object.assign({ ...record }, { [ORIGINS]: origins });
}

export function originsOf(record: object): readonly Origin[] {
  return (record as { readonly [ORIGINS]?: readonly Origin[] })[ORIGINS] ?? [];
}

/** The locations of the values at `key` of records, or of the records if `key` is empty. */
function placesOf(list: readonly Data[], key: string): readonly Span[] {
  return list.flatMap((record) => {
    const origins = originsOf(record);
    const exact = key === '' ? [] : origins.filter(({ file, pointer }) => file.places().has(`${pointer}/${key}`));
    if (exact.length > 0) return exact.map(({ file, pointer }) => placeOf(file, `${pointer}/${key}`));
    return origins.map(({ file, pointer }) => placeOf(file, pointer));
  });
}

const TRACED_HELPERS = new Set(['count', 'sum', 'total', 'unreported', 'percent']);

/**
 * Logs the result of a counting helper with its source locations; those of a percentage are those of its two counts.
 */
export function noteFigure({ log }: ComposeContext, name: string, args: readonly Value[], value: unknown): void {
  if (!log || !TRACED_HELPERS.has(name)) return;
  const [list, key] = args;
  const places =
    name === 'percent'
      ? args.flatMap((arg) => pendingFigures(log).findLast((figure) => figure.value === text(arg))?.places ?? [])
      : placesOf(isList(list) ? list.filter(isData) : [], name === 'count' ? '' : text(key));
  if (places.length > 0) log.figures.push({ value: text(value as Value), places: distinctPlaces(places) });
}

function pendingFigures({ figures, printed }: FigureLog): readonly Figure[] {
  return figures.slice(printed);
}

function distinctPlaces(places: readonly Span[]): readonly Span[] {
  return [...new Map(places.map((place) => [`${place.path}\n${place.start}`, place])).values()];
}

const STARTS_WITH_DIGIT = /^-?\d/;

/** The trace tag after a printed figure: its index in the log; empty if the figure has no source locations. */
export function figureTag({ log }: ComposeContext, value: Value, context: unknown): string {
  const printed = text(value);
  if (!log || !STARTS_WITH_DIGIT.test(printed)) return '';
  const last = pendingFigures(log).at(-1);
  const places = last?.value === printed ? last.places : placesInContext(context, value);
  if (places.length === 0) return '';
  log.printed = log.figures.push({ value: printed, places });
  return `\uFDD4${log.printed - 1}\uFDD5`;
}

/** The location of a value printed directly from a record: its field if it is unambiguous, else the record. */
function placesInContext(context: unknown, value: Value): readonly Span[] {
  if (typeof context !== 'object' || context === null) return [];
  const keys = Object.entries(context).filter(([, candidate]) => candidate === value);
  return placesOf([context as Data], keys.length === 1 ? (keys[0]?.[0] ?? '') : '');
}
