import { isData, isList } from '../model/data.js';
import type { Data, Value } from '../model/data.js';
import { collect, hasErrors } from '../model/diagnostic.js';
import type { Checked, Diagnostic } from '../model/diagnostic.js';
import { digestOf, digestOfText } from '../runtime/digest.js';
import { lazy, evictable } from '../runtime/lazy.js';
import { isClassified } from '../model/project.js';
import type { ContentFile } from '../model/project.js';
import type { Schema } from '../model/schema.js';
import type { Source } from '../model/source.js';
import type { Span } from '../model/span.js';
import { besidePath } from '../model/path.js';
import { readBody } from './body.js';
import type { Body } from './body.js';
import { completeData } from './schema/complete.js';
import { splitFrontMatter } from './front-matter.js';
import type { FrontMatter } from './front-matter.js';
import { readRecord } from './record.js';
import type { Sources } from './sources.js';
import { validate } from './schema/validate.js';
import { parseYaml } from './yaml/parse.js';

/** What a file was read as by an earlier run. */
export interface CachedReading extends Pick<ContentFile, 'digest' | 'data'> {
  /** The CSV files that it named, whether they were there or not. */
  readonly named: readonly string[];
  readonly facts: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a draft lets a value be missing, a final document does not. */
export type Strictness = (data: Data) => 'draft' | 'final';

/** What a file was read as, by what, and the CSV files that it named, for a process that reads a workspace again. */
interface Reading {
  readonly schema: Schema;
  readonly named: Named;
  readonly result: Checked<ContentFile>;
}
const readings = new WeakMap<Source, Reading>();

/** CSV files by path; undefined where there is none of that name. */
type Named = ReadonlyMap<string, Source | undefined>;

/**
 * Reads one Markdown file against its schema. The value is as whole as the content allows, whatever was found. Where
 * readings are `kept`, one of the same texts against the same schema is taken for what it says, and a new one is compact.
 */
export function readContentFile(
  source: Source,
  schema: Schema,
  sources: Sources,
  strictness: Strictness,
  kept?: CachedReadings,
): Checked<ContentFile> {
  const known = readings.get(source);
  if (known?.schema === schema && [...known.named].every(([path, csv]) => sources.get(path) === csv))
    return known.result;
  const find = (path: string): Source | undefined => sources.get(path);
  const earlier = kept?.(source.path);
  const reading =
    (earlier && restore(earlier, source, schema, find)) ??
    readFile(source, schema, find, strictness, kept !== undefined);
  readings.set(source, { schema, ...reading });
  return reading.result;
}

/** The reading that an earlier run kept of a file. */
export type CachedReadings = (path: string) => CachedReading | undefined;

/** The reading of a file as the next run may take it; null where that run should read and say everything anew. */
export function toCachedReading(source: Source): CachedReading | null {
  const reading = readings.get(source);
  if (!reading || hasErrors(reading.result.diagnostics)) return null;
  const { value: file, diagnostics } = reading.result;
  if (isClassified(file) || !isJson(file.data)) return null;
  const { data, digest } = file;
  return { digest, named: [...reading.named.keys()], data, facts: file.facts(), diagnostics };
}

/** JSON has no numbers without end. */
function isJson(value: Value): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return Object.values(isList(value) || isData(value) ? value : {}).every(isJson);
}

type Find = (path: string) => Source | undefined;

function restore(cached: CachedReading, source: Source, schema: Schema, find: Find): Omit<Reading, 'schema'> | null {
  const named = new Map(cached.named.map((path) => [path, find(path)] as const));
  const digest = digestOfReading(source, named);
  if (digest !== cached.digest) return null;
  const { data, facts, diagnostics } = cached;
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
  isKept: boolean,
): Omit<Reading, 'schema'> {
  const { front, body } = partsOf(source, schema, find);
  const places = (): Front['places'] => front().places;
  const sections = (): Body['sections'] => body().sections;
  const { data: written, named, isSound, diagnostics } = front();
  // Values from YAML that did not parse would only repeat the first error in other words.
  const violated = isSound ? violations(written, schema, places(), source, strictness(written)) : [];
  const completed = completeData(written, schema);
  const data = isKept ? compact(completed) : completed;
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
 * The same data made anew, which takes half the memory: its texts are not parts of a longer one, which they would keep,
 * and its records and lists have no room to grow. It is also what the next run finds in a pack.
 */
function compact(data: Data): Data {
  return isJson(data) ? (JSON.parse(JSON.stringify(data)) as Data) : data;
}

/** The two parts of a file, each read when it is asked for. */
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
  const own = digestOfText(source);
  return named.size === 0 ? own : digestOf([own, [...named].map(([path, csv]) => [path, csv && digestOfText(csv)])]);
}

/** What stands between the two lines of dashes. */
interface Front {
  /** As it is written: what the schema declares and the file lacks is not there. */
  readonly data: Data;
  readonly places: ReadonlyMap<string, Span>;
  readonly named: Named;
  /** False where it did not parse. */
  readonly isSound: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function readFront(source: Source, split: Checked<FrontMatter>, schema: Schema, find: Find): Front {
  const diagnostics: Diagnostic[] = [];
  const places = new Map<string, Span>();
  const named = new Map<string, Source | undefined>();
  const findCsv = (path: string): Source | null => {
    const beside = besidePath(source.path, path);
    named.set(beside, find(beside));
    return find(beside) ?? null;
  };
  const parts = collect(diagnostics, split);
  const node = collect(diagnostics, parseYaml(parts.yaml, source.path, parts.yamlStart));
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
