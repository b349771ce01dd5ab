import { load } from 'js-yaml';
import type { Schema } from '../model/schema.js';

/** Raw schema files by path relative to the templates folder. */
export type SchemaFiles = ReadonlyMap<string, string>;

/** A schema file that cannot be read is the tool's fault or the template author's, never the content's. */
export class SchemaError extends Error {}

/** The schema in `path` with every `$ref` and `allOf` worked in, so that its whole shape can be walked. */
export function loadSchema(path: string, files: SchemaFiles): Schema {
  return resolve(readFile(path, files), path, files);
}

/** Every kind refers to the same few files many times over; each is parsed once. */
const parsed = new WeakMap<SchemaFiles, Map<string, Schema>>();

function readFile(path: string, files: SchemaFiles): Schema {
  const known = parsed.get(files) ?? new Map<string, Schema>();
  parsed.set(files, known);
  const text = files.get(path);
  if (text === undefined) throw new SchemaError(`找不到字段说明文件 ${path}`);
  const schema = known.get(path) ?? (load(text) as Schema);
  known.set(path, schema);
  return schema;
}

function resolve(schema: Schema, path: string, files: SchemaFiles): Schema {
  const {
    $ref,
    allOf,
    $defs: _definitions,
    $id: _id,
    ...own
  } = schema as Schema & { readonly allOf?: readonly Schema[] };
  const parents = [
    ...(typeof $ref === 'string' ? [follow($ref, path, files)] : []),
    ...(allOf ?? []).map((parent) => resolve(parent, path, files)),
  ];
  return parents.length === 0 ? resolveParts(own, path, files) : merge([...parents, resolveParts(own, path, files)]);
}

function follow(ref: string, path: string, files: SchemaFiles): Schema {
  const [file = '', pointer = ''] = ref.split('#');
  const target = file === '' ? path : siblingPath(path, file);
  let at: unknown = readFile(target, files);
  for (const part of pointer.split('/').filter((name) => name !== '')) at = (at as Record<string, unknown>)[part];
  if (typeof at !== 'object' || at === null) throw new SchemaError(`${path} 引用的 ${ref} 不存在`);
  return resolve(at as Schema, target, files);
}

/** `../schemas/document.yaml` seen from `plan/schema.yaml`; a bare name is looked up among the shared schemas. */
function siblingPath(path: string, file: string): string {
  const name = file.split('/').at(-1) ?? file;
  return file.includes('/') || path.startsWith('schemas/') || name === 'common.yaml' ? `schemas/${name}` : file;
}

function resolveParts(schema: Schema, path: string, files: SchemaFiles): Schema {
  const next = (part: Schema): Schema => resolve(part, path, files);
  return {
    ...schema,
    ...(schema.properties && { properties: mapValues(schema.properties, next) }),
    ...(schema.items && { items: next(schema.items) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(next) }),
    ...(typeof schema.additionalProperties === 'object' && { additionalProperties: next(schema.additionalProperties) }),
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

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
