import type { Data, Value } from '../model/data.js';
import { labelOf, typesOf } from '../model/schema.js';
import type { Schema } from '../model/schema.js';
import type { Span } from '../model/span.js';
import { readCsv } from './csv.js';
import { nearestWord } from './nearest.js';
import type { YamlMap, Pair, YamlNode } from './yaml/node.js';
import type { RecordContext } from './labels.js';
import { resolveKey, reportDuplicate } from './labels.js';

/** Converts a YAML tree to data with English identifiers as keys. Accepts both labels and identifiers. */
export function readRecord(node: YamlNode, schema: Schema, pointer: string, context: RecordContext): Value | undefined {
  context.places.set(pointer, node.span);
  switch (node.kind) {
    case 'map':
      return readMap(node, schema, pointer, context);
    case 'list':
      return node.items.map(
        (item, index) => readRecord(item, schema.items ?? {}, `${pointer}/${index}`, context) ?? null,
      );
    case 'leaf':
      if (isCsvReference(node.value, schema)) return readCsvList(node.value, node.span, schema, pointer, context);
      return node.value ?? undefined;
  }
}

function isCsvReference(value: unknown, schema: Schema): value is string {
  return typeof value === 'string' && typesOf(schema).includes('array') && value.toLowerCase().endsWith('.csv');
}

function readCsvList(
  path: string,
  span: Span,
  schema: Schema,
  pointer: string,
  context: RecordContext,
): Value | undefined {
  const source = context.findCsv(path);
  if (source) return readCsv(source, schema.items ?? {}, pointer, context);
  const message = `找不到清单文件 ${path}`;
  const hint = '清单文件放在本文件旁边，写成 ./名称.csv，文件名大小写要一致。';
  context.diagnostics.push({ code: 'CSV-MISSING', severity: 'error', message, span, hint });
  return undefined;
}

function readMap(tree: YamlMap, schema: Schema, pointer: string, context: RecordContext): Data {
  const record: Record<string, Value> = {};
  const seen = new Map<string, Span>();
  for (const pair of tree.pairs) {
    const key = identifierOf(pair, schema, context);
    if (key === null) continue;
    const earlier = seen.get(key);
    if (earlier) reportDuplicate(labelOf(schema, key), pair.keySpan, earlier, context);
    seen.set(key, pair.keySpan);
    const value = readRecord(pair.value, propertyOf(schema, key), `${pointer}/${escapePointer(key)}`, context);
    if (value !== undefined) record[key] = value;
  }
  return record;
}

function propertyOf(schema: Schema, key: string): Schema {
  const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return schema.properties?.[key] ?? rest;
}

/** The identifier of a key. An unknown key is reported with the nearest known one. */
function identifierOf(pair: Pair, schema: Schema, context: RecordContext): string | null {
  const properties = schema.properties ?? {};
  const identifier = resolveKey(pair.key, schema);
  if (identifier !== null) return identifier;
  if (schema.additionalProperties !== undefined || !schema.properties) return pair.key;
  context.diagnostics.push({
    code: 'SCHEMA-UNKNOWN-KEY',
    severity: 'error',
    message: `没有“${pair.key}”这一项${suggestion(pair.key, properties)}`,
    span: pair.keySpan,
    hint: `可以写的有：${Object.entries(properties)
      .map(([key, property]) => property.title ?? key)
      .join('、')}。`,
  });
  return null;
}

function suggestion(key: string, properties: Readonly<Record<string, Schema>>): string {
  const near = nearestWord(
    key,
    Object.entries(properties).flatMap(([name, property]) => [property.title ?? name, name]),
  );
  return near === '' ? '' : `，是不是“${near}”？`;
}

/** Escapes a JSON pointer token (RFC 6901). */
function escapePointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
