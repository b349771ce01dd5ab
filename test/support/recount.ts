import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

/** One Markdown file's front matter as it is typed, and one list of it; no code of the program has a part in this. */
export interface Typed {
  readonly [label: string]: unknown;
}
/** A value as a text; empty where there is none. */
export function typed(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export interface TypedRecord {
  readonly unit: string;
  readonly [label: string]: unknown;
}

const read = new Map<string, Typed>();

export function frontMatter(path: string): Typed {
  const typed = read.get(path) ?? (parseYaml(readFileSync(path, 'utf8').split(/^---$/m)[1] ?? '') as Typed);
  read.set(path, typed);
  return typed;
}

/** The records under `label` in the file of that name of every unit, from YAML or from the CSV that it names. */
export function recordsOfAll(content: string, file: string, label: string): readonly TypedRecord[] {
  const units = readdirSync(join(content, 'units')).sort();
  const paths = units.map((unit) => join(content, 'units', unit, file)).filter((path) => existsSync(path));
  return paths.flatMap((path) => recordsAt(path, label).map((record) => ({ ...record, unit: unitOf(path) })));
}

export function filesOfAll(content: string, file: string): readonly TypedRecord[] {
  const units = readdirSync(join(content, 'units')).sort();
  const paths = units.map((unit) => join(content, 'units', unit, file)).filter((path) => existsSync(path));
  return paths.map((path) => ({ ...frontMatter(path), unit: unitOf(path) }));
}

function recordsAt(path: string, label: string): readonly Typed[] {
  const value = frontMatter(path)[label];
  if (typeof value !== 'string') return (value ?? []) as readonly Typed[];
  const text = readFileSync(join(dirname(path), value), 'utf8');
  return parseCsv(text, { columns: true, bom: true, skip_empty_lines: true });
}

function unitOf(path: string): string {
  return dirname(path).split('/').at(-1) ?? '';
}
