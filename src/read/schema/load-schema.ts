import { YAMLException, load } from 'js-yaml';
import type { Schema } from '../../model/schema.js';
import type { Span } from '../../model/span.js';
import { isRecord, findInvalidKeyword } from './schema-shape.js';
import { parseYaml } from '../yaml/parse.js';

/** Raw schema files by path relative to the templates folder. */
export type SchemaFiles = ReadonlyMap<string, string>;

/** A missing or invalid schema file: an error in the templates, not in the content. */
export class SchemaError extends Error {
  /** The location of the error; its path is relative to the templates folder. */
  readonly span: Span;
  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

/** The position of a subschema: its file, the keys that lead to it, and the nesting depth including references. */
interface Position {
  readonly path: string;
  readonly files: SchemaFiles;
  readonly keys: readonly string[];
  readonly depth: number;
}

/** Schemas that refer to themselves are unbounded; those that people write are far less deep than this. */
const MAX_DEPTH = 60;

/** Loads the schema in `path` and expands every `$ref` and `allOf`, so that its whole shape can be traversed. */
export function loadSchema(path: string, files: SchemaFiles): Schema {
  const position = { path, files, keys: [], depth: 0 };
  return resolve(readFile(position), position);
}

/** Parsed files by path; all kinds refer to the same few files. */
const parsedFiles = new WeakMap<SchemaFiles, Map<string, unknown>>();

function readFile(position: Position): unknown {
  const { path, files } = position;
  const parsed = parsedFiles.get(files) ?? new Map<string, unknown>();
  parsedFiles.set(files, parsed);
  const text = files.get(path);
  if (text === undefined) throw schemaErrorAt(position, `找不到字段说明文件 ${path}`);
  const schema = parsed.has(path) ? parsed.get(path) : parse(text, position);
  parsed.set(path, schema);
  return schema;
}

function parse(text: string, { path }: Position): unknown {
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

function schemaErrorAt({ path, files, keys }: Position, message: string): SchemaError {
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

function childPosition(position: Position, ...keys: readonly string[]): Position {
  return { ...position, keys: [...position.keys, ...keys], depth: position.depth + 1 };
}

function resolve(schema: unknown, position: Position): Schema {
  check(schema, position);
  const { $ref, allOf, $defs: _definitions, $id: _id, ...rest } = schema;
  const parents = [
    ...($ref === undefined ? [] : [resolveReference($ref, childPosition(position, '$ref'))]),
    ...(allOf ?? []).map((parent, index) => resolve(parent, childPosition(position, 'allOf', String(index)))),
  ];
  return parents.length === 0 ? resolveParts(rest, position) : merge([...parents, resolveParts(rest, position)]);
}

type UnresolvedSchema = Schema & { readonly $ref?: string; readonly allOf?: readonly unknown[] };

function check(schema: unknown, position: Position): asserts schema is UnresolvedSchema {
  if (position.depth > MAX_DEPTH) throw schemaErrorAt(position, '字段说明引用了它自己，没有尽头');
  if (!isRecord(schema)) {
    const name = position.keys.at(-1);
    const subject = name === undefined ? '字段说明' : `字段说明里的“${name}”`;
    const empty = schema === undefined || schema === null ? '是空的，' : '';
    throw schemaErrorAt(position, `${subject}${empty}应是若干“名称: 内容”`);
  }
  const fault = findInvalidKeyword(schema);
  if (!fault) return;
  const found = JSON.stringify(schema[fault.key]);
  throw schemaErrorAt(
    childPosition(position, fault.key),
    `字段说明里的“${fault.key}”应是${fault.name}，写的是 ${found}`,
  );
}

function resolveReference(ref: string, position: Position): Schema {
  const { path, files, depth } = position;
  const [file = '', pointer = ''] = ref.split('#');
  const keys = pointer.split('/').filter((name) => name !== '');
  const target = { path: file === '' ? path : siblingPath(path, file), files, keys, depth };
  if (!files.has(target.path)) throw schemaErrorAt(position, `字段说明引用的 ${ref} 不存在`);
  let definition = readFile(target);
  for (const key of keys)
    definition = isRecord(definition) && Object.hasOwn(definition, key) ? definition[key] : undefined;
  if (!isRecord(definition)) throw schemaErrorAt(position, `字段说明引用的 ${ref} 不存在`);
  return resolve(definition, target);
}

/**
 * Resolves a reference such as `../schemas/document.yaml` in `plan/schema.yaml`. `common.yaml` is always in `schemas/`.
 */
function siblingPath(path: string, file: string): string {
  const name = file.split('/').at(-1) ?? file;
  return file.includes('/') || path.startsWith('schemas/') || name === 'common.yaml' ? `schemas/${name}` : file;
}

function resolveParts(schema: Schema, position: Position): Schema {
  const { properties, items, anyOf, additionalProperties: rest } = schema;
  const next = (part: unknown, ...keys: readonly string[]): Schema => resolve(part, childPosition(position, ...keys));
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
