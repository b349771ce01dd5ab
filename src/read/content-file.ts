import { isData, isList } from '../model/data.js';
import type { Data, Value } from '../model/data.js';
import { collectDiagnostics, hasErrors } from '../model/diagnostic.js';
import type { Checked, Diagnostic } from '../model/diagnostic.js';
import { digestOf, digestOfText } from '../runtime/digest.js';
import { lazy, evictable } from '../runtime/lazy.js';
import { isClassified } from '../model/project.js';
import type { ContentFile } from '../model/project.js';
import type { Schema } from '../model/schema.js';
import type { Source } from '../model/source.js';
import type { Span } from '../model/span.js';
import { resolveBeside } from '../model/path.js';
import { readBody } from './body.js';
import type { Body } from './body.js';
import { completeData } from './schema/complete.js';
import { splitFrontMatter } from './front-matter.js';
import type { FrontMatter } from './front-matter.js';
import { readRecord } from './record.js';
import type { Sources } from './sources.js';
import { validate } from './schema/validate.js';
import { parseYaml } from './yaml/parse.js';

/** The reading of a file in an earlier build. */
export interface CachedReading extends Pick<ContentFile, 'data'> {
  /** Paths of the CSV files that it refers to, whether they exist or not. */
  readonly named: readonly string[];
  readonly facts: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a file is a draft, in which values may be missing, or a final document. */
export type Strictness = (data: Data) => 'draft' | 'final';

/**
 * The reading of a file with its inputs: the schema and the CSV files. Reused while a process reads a workspace again.
 */
interface Reading {
  readonly schema: Schema;
  readonly named: Named;
  readonly result: Checked<ContentFile>;
}
const readings = new WeakMap<Source, Reading>();

/** Referenced CSV files by path; undefined where the file does not exist. */
type Named = ReadonlyMap<string, Source | undefined>;

/**
 * Reads one Markdown file against its schema. The value is as complete as the content allows, whatever the findings.
 * With `cache`, a cached reading is used if the texts are unchanged, and a new reading is compacted for the cache.
 */
export function readContentFile(
  source: Source,
  schema: Schema,
  sources: Sources,
  strictness: Strictness,
  cache?: CachedReadings,
): Checked<ContentFile> {
  const previous = readings.get(source);
  if (previous?.schema === schema && [...previous.named].every(([path, csv]) => sources.get(path) === csv))
    return previous.result;
  const find = (path: string): Source | undefined => sources.get(path);
  const cached = cache?.(source.path);
  const reading = cached
    ? restore(cached, source, schema, find)
    : readFile(source, schema, find, strictness, cache !== undefined);
  readings.set(source, { schema, ...reading });
  return reading.result;
}

/** Looks up the reading of a file by its path; null if its texts have changed since. */
export type CachedReadings = (path: string) => CachedReading | null;

/** The reading of a file as a cache entry; null if the next build must read the file again. */
export function toCachedReading(source: Source): CachedReading | null {
  const reading = readings.get(source);
  if (!reading || hasErrors(reading.result.diagnostics)) return null;
  const { value: file, diagnostics } = reading.result;
  if (isClassified(file) || !isJson(file.data)) return null;
  return { named: [...reading.named.keys()], data: file.data, facts: file.facts(), diagnostics };
}

/** False if a value contains NaN or an infinite number, which JSON cannot represent. */
function isJson(value: Value): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return Object.values(isList(value) || isData(value) ? value : {}).every(isJson);
}

type Find = (path: string) => Source | undefined;

function restore(cached: CachedReading, source: Source, schema: Schema, find: Find): Omit<Reading, 'schema'> {
  const named = new Map(cached.named.map((path) => [path, find(path)] as const));
  const { data, facts, diagnostics } = cached;
  const digest = digestOfReading(source, named);
  const file = { source, sheets: sheetsOf(named), data, digest, facts: () => facts };
  const { front, body } = partsOf(source, schema, find);
  const value = { ...file, places: () => front().places, sections: () => body().sections };
  return { named, result: { value, diagnostics } };
}

function readFile(
  source: Source,
  schema: Schema,
  find: Find,
  strictness: Strictness,
  isCached: boolean,
): Omit<Reading, 'schema'> {
  const { front, body } = partsOf(source, schema, find);
  const places = (): Front['places'] => front().places;
  const sections = (): Body['sections'] => body().sections;
  const { data: declared, named, isSound, diagnostics } = front();
  // After a YAML syntax error, violations would only repeat that error.
  const violated = isSound ? violations(declared, schema, places(), source, strictness(declared)) : [];
  const completed = completeData(declared, schema);
  const data = isCached ? compact(completed) : completed;
  const facts = lazy(() => digestOf([data, sections().map(({ title }) => title)]));
  const digest = digestOfReading(source, named);
  return {
    named,
    result: {
      value: { source, sheets: sheetsOf(named), data, places, sections, digest, facts },
      diagnostics: [...diagnostics, ...violated, ...body().diagnostics],
    },
  };
}

/**
 * A copy of the data that takes half the memory: its strings are not slices that retain the source text, and its
 * objects and arrays have no spare capacity. It equals what the next build reads from the cache.
 */
function compact(data: Data): Data {
  return isJson(data) ? (JSON.parse(JSON.stringify(data)) as Data) : data;
}

/** Front matter and body of a file, each read lazily. */
function partsOf(
  source: Source,
  schema: Schema,
  find: Find,
): { readonly front: () => Front; readonly body: () => Body } {
  const split = lazy(() => splitFrontMatter(source));
  return {
    front: evictable(() => readFront(source, split(), schema, find)),
    body: evictable(() => readBody(source, split().value.bodyStart)),
  };
}

function sheetsOf(named: Named): readonly string[] {
  return [...named].flatMap(([path, csv]) => (csv ? [path] : []));
}

function digestOfReading(source: Source, named: Named): string {
  const digest = digestOfText(source);
  if (named.size === 0) return digest;
  return digestOf([digest, [...named].map(([path, csv]) => [path, csv && digestOfText(csv)])]);
}

/** The parsed front matter. */
interface Front {
  /** The fields that the file contains; missing fields are not completed with `null`. */
  readonly data: Data;
  readonly places: ReadonlyMap<string, Span>;
  readonly named: Named;
  /** False if the YAML did not parse. */
  readonly isSound: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function readFront(source: Source, split: Checked<FrontMatter>, schema: Schema, find: Find): Front {
  const diagnostics: Diagnostic[] = [];
  const places = new Map<string, Span>();
  const named = new Map<string, Source | undefined>();
  const findCsv = (path: string): Source | null => {
    const beside = resolveBeside(source.path, path);
    named.set(beside, find(beside));
    return find(beside) ?? null;
  };
  const parts = collectDiagnostics(diagnostics, split);
  const node = collectDiagnostics(diagnostics, parseYaml(parts.yaml, source.path, parts.yamlStart));
  const isSound = !hasErrors(diagnostics);
  const record = readRecord(node, schema, '', { places, diagnostics, findCsv }) ?? {};
  return { data: isData(record) ? record : {}, places, named, isSound, diagnostics };
}

function violations(
  data: Data,
  schema: Schema,
  places: ReadonlyMap<string, Span>,
  source: Source,
  strictness: 'draft' | 'final',
): readonly Diagnostic[] {
  return validate(data, schema).map(({ pointer, code, message, hint, missing }) => {
    const span = nearestPlace(pointer, places, source);
    const advice = missing && span.path !== source.path ? '在清单这一行的这一列填上。' : hint;
    return {
      code,
      severity: missing && strictness === 'draft' ? 'warning' : 'error',
      message,
      span,
      ...(advice === '' ? {} : { hint: advice }),
    };
  });
}

function nearestPlace(pointer: string, places: ReadonlyMap<string, Span>, source: Source): Span {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const span = places.get(at);
    if (span) return span;
  }
  return { path: source.path, start: 0, end: 3 };
}
