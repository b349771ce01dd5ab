import { Document, isMap, visit } from 'yaml';
import { isData, isList, scalarText } from '../model/data.js';
import type { Data, Value } from '../model/data.js';
import { typesOf } from '../model/schema.js';
import type { Schema } from '../model/schema.js';
import type { Source } from '../model/source.js';
import { splitFrontMatter } from './front-matter.js';
import { resolveKey } from './labels.js';
import { parseYaml } from './yaml/parse.js';
import type { Pair } from './yaml/node.js';

/** The YAML source text of a front matter field; null if the file does not contain the field. */
export function findField(source: Source, schema: Schema, key: string): string | null {
  const pair = pairAt(source, schema, key);
  return pair ? source.text.slice(pair.value.span.start, pair.value.span.end) : null;
}

/** The path of the CSV file that a front matter list refers to; empty if the list is inline or missing. */
export function csvPathOf(source: Source, schema: Schema, key: string): string {
  const value = pairAt(source, schema, key)?.value;
  const text = value?.kind === 'leaf' ? scalarText(value.value) : '';
  return text.toLowerCase().endsWith('.csv') ? text : '';
}

/** Whether a front matter field has a value. A list counts if one of its items has a value. */
export function hasValue(source: Source, schema: Schema, key: string): boolean {
  const value = pairAt(source, schema, key)?.value;
  if (!value) return false;
  if (value.kind === 'leaf') return value.value !== null && value.value !== '';
  return value.kind === 'list' ? value.items.some(isAnswered) : value.pairs.length > 0;
}

/** The first item of a scaffold lists its fields without values. */
function isAnswered(item: Pair['value']): boolean {
  if (item.kind === 'map') return item.pairs.some(({ value }) => isAnswered(value));
  return item.kind === 'list' ? item.items.some(isAnswered) : item.value !== null && item.value !== '';
}

/** Sets one front matter field of a content file. All other lines are preserved as typed. */
export function setField(source: Source, schema: Schema, key: string, value: Value): Source {
  const { text, path } = source;
  const lines = fieldText(schema, key, value);
  const pair = pairAt(source, schema, key);
  if (!pair) {
    const { yamlStart, yaml } = splitFrontMatter(source).value;
    const end = yamlStart + yaml.replace(/\s+$/, '').length;
    return { path, text: `${text.slice(0, end)}\n${lines}${text.slice(end)}` };
  }
  const last = Math.max(pair.keySpan.end + 1, pair.value.span.end);
  const end = text.slice(0, last).endsWith('\n') ? last - 1 : lineEnd(text, last);
  return { path, text: `${text.slice(0, pair.keySpan.start)}${lines}${text.slice(end)}` };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function pairAt(source: Source, schema: Schema, key: string): Pair | undefined {
  const { yaml, yamlStart } = splitFrontMatter(source).value;
  const node = parseYaml(yaml, source.path, yamlStart).value;
  return node.kind === 'map' ? node.pairs.find((pair) => resolveKey(pair.key, schema) === key) : undefined;
}

/** One field as YAML under its label; each record of a list takes one line (flow style). */
function fieldText(schema: Schema, key: string, value: Value): string {
  const property = schema.properties?.[key] ?? {};
  const document = new Document({ [property.title ?? key]: labelled(value, property) }, { version: '1.2' });
  visit(document, {
    Seq: (_, sequence) => {
      for (const item of sequence.items) if (isMap(item)) item.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd();
}

function labelled(value: Value, schema: Schema): Value {
  if (isList(value)) return value.map((item) => labelled(item, schema.items ?? {}));
  if (!isData(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const property = schema.properties?.[key];
      return [property?.title ?? key, labelled(item, property ?? {})];
    }),
  );
}

/** Whether records of a list can be stored in a CSV file: every field is a single value or a list of words. */
export function fitsCsv(item: Schema): boolean {
  const properties = Object.values(item.properties ?? {});
  return properties.every((property) => !typesOf(property).includes('object') && !property.items?.properties);
}

/** Records as a CSV file under the labels of their schema. */
export function csvText(records: readonly Data[], item: Schema): string {
  const properties = Object.entries(item.properties ?? {});
  const header = properties.map(([key, property]) => property.title ?? key);
  const rows = records.map((record) => properties.map(([key]) => cellText(record[key] ?? null)));
  return [header, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function cellText(value: Value): string {
  if (isList(value)) return value.map((item) => cellText(item)).join('、');
  return typeof value === 'boolean' ? (value ? '是' : '否') : scalarText(value);
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
