import { YAMLException, load } from 'js-yaml';
import type { Schema } from '../../model/schema.js';
import type { Span } from '../../model/span.js';
import { isRecord, misshapen } from './schema-shape.js';
import { parseYaml } from '../yaml/parse.js';

/** Raw schema files by path relative to the templates folder. */
export type SchemaFiles = ReadonlyMap<string, string>;

/** A schema file that cannot be read is the tool's fault or the template author's, never the content's. */
export class SchemaError extends Error {
  /** Where, its path relative to the templates folder. */
  readonly span: Span;
  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

/** What is being read: a file, what in it, and how deep in all the references that led there. */
interface Place {
  readonly path: string;
  readonly files: SchemaFiles;
  readonly keys: readonly string[];
  readonly depth: number;
}

/** No schema that a person writes goes deeper; one that contains itself has no end. */
const DEEPEST = 60;

/** The schema in `path` with every `$ref` and `allOf` worked in, so that its whole shape can be walked. */
export function loadSchema(path: string, files: SchemaFiles): Schema {
  const place = { path, files, keys: [], depth: 0 };
  return resolve(readFile(place), place);
}

/** Every kind refers to the same few files many times over; each is parsed once. */
const parsed = new WeakMap<SchemaFiles, Map<string, unknown>>();

function readFile(place: Place): unknown {
  const { path, files } = place;
  const known = parsed.get(files) ?? new Map<string, unknown>();
  parsed.set(files, known);
  const text = files.get(path);
  if (text === undefined) throw faultAt(place, `找不到字段说明文件 ${path}`);
  const schema = known.has(path) ? known.get(path) : parse(text, place);
  known.set(path, schema);
  return schema;
}

function parse(text: string, { path }: Place): unknown {
  try {
    return load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { value: node, diagnostics } = parseYaml(text, path, 0);
    const [found] = diagnostics;
    if (!found && node.kind === 'leaf') return node.value;
    const at = error.mark?.position ?? 0;
    const span = found?.span ?? { path, start: at, end: at };
    const message = found?.message.replace('信息栏', '字段说明') ?? `字段说明写法有误：${error.reason}`;
    throw new SchemaError(message, span);
  }
}

function faultAt({ path, files, keys }: Place, message: string): SchemaError {
  let { value: node } = parseYaml(files.get(path) ?? '', path, 0);
  let span: Span = { path, start: 0, end: 0 };
  for (const key of keys) {
    const pair = node.kind === 'map' ? node.pairs.find((one) => one.key === key) : undefined;
    const next = node.kind === 'list' ? node.items[Number(key)] : pair?.value;
    if (!next) break;
    node = next;
    span = pair?.keySpan ?? next.span;
  }
  return new SchemaError(message, span);
}

function inside(place: Place, ...keys: readonly string[]): Place {
  return { ...place, keys: [...place.keys, ...keys], depth: place.depth + 1 };
}

function resolve(schema: unknown, place: Place): Schema {
  check(schema, place);
  const { $ref, allOf, $defs: _definitions, $id: _id, ...own } = schema;
  const parents = [
    ...($ref === undefined ? [] : [follow($ref, inside(place, '$ref'))]),
    ...(allOf ?? []).map((parent, index) => resolve(parent, inside(place, 'allOf', String(index)))),
  ];
  return parents.length === 0 ? resolveParts(own, place) : merge([...parents, resolveParts(own, place)]);
}

type Written = Schema & { readonly $ref?: string; readonly allOf?: readonly unknown[] };

function check(schema: unknown, place: Place): asserts schema is Written {
  if (place.depth > DEEPEST) throw faultAt(place, '字段说明引用了它自己，没有尽头');
  if (!isRecord(schema)) {
    const name = place.keys.at(-1);
    const what = name === undefined ? '字段说明' : `字段说明里的“${name}”`;
    throw faultAt(place, `${what}${schema === undefined || schema === null ? '是空的，' : ''}应是若干“名称: 内容”`);
  }
  const fault = misshapen(schema);
  if (!fault) return;
  const found = JSON.stringify(schema[fault.key]);
  throw faultAt(inside(place, fault.key), `字段说明里的“${fault.key}”应是${fault.name}，写的是 ${found}`);
}

function follow(ref: string, place: Place): Schema {
  const { path, files, depth } = place;
  const [file = '', pointer = ''] = ref.split('#');
  const keys = pointer.split('/').filter((name) => name !== '');
  const target = { path: file === '' ? path : siblingPath(path, file), files, keys, depth };
  if (!files.has(target.path)) throw faultAt(place, `字段说明引用的 ${ref} 不存在`);
  let at = readFile(target);
  for (const key of keys) at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  if (!isRecord(at)) throw faultAt(place, `字段说明引用的 ${ref} 不存在`);
  return resolve(at, target);
}

/** `../schemas/document.yaml` seen from `plan/schema.yaml`; a bare name is looked up among the shared schemas. */
function siblingPath(path: string, file: string): string {
  const name = file.split('/').at(-1) ?? file;
  return file.includes('/') || path.startsWith('schemas/') || name === 'common.yaml' ? `schemas/${name}` : file;
}

function resolveParts(schema: Schema, place: Place): Schema {
  const { properties, items, anyOf, additionalProperties: rest } = schema;
  const next = (part: unknown, ...keys: readonly string[]): Schema => resolve(part, inside(place, ...keys));
  return {
    ...schema,
    ...(properties && { properties: mapValues(properties, (part, key) => next(part, 'properties', key)) }),
    ...(items && { items: next(items, 'items') }),
    ...(anyOf && { anyOf: anyOf.map((part, index) => next(part, 'anyOf', String(index))) }),
    ...(typeof rest === 'object' && { additionalProperties: next(rest, 'additionalProperties') }),
  };
}

function merge(schemas: readonly Schema[]): Schema {
  return schemas.reduce((base, next) => ({
    ...base,
    ...next,
    ...((base.properties ?? next.properties) && { properties: { ...base.properties, ...next.properties } }),
    ...((base.required ?? next.required) && { required: [...(base.required ?? []), ...(next.required ?? [])] }),
  }));
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
