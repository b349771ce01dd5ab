import { findSet } from '../../model/campaign.js';
import type { Kind, SectionRule } from '../../model/kind.js';
import type { Project } from '../../model/project.js';
import type { Schema } from '../../model/schema.js';
import { editorSchema } from './editor-schema.js';
import { nextIssue } from './next-issue.js';
import type { NextIssue } from './next-issue.js';

/** A file to be created. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** A new content file, and the schema with which an editor completes and checks its front matter. */
export interface Scaffold extends NewFile {
  readonly schema: NewFile;
}

/** A content file with all required fields of its kind; a string with the reason if it cannot be created. */
export function scaffold(project: Project, kindName: string, unit: string, extra = false): Scaffold | string {
  const kinds = project.kinds.filter(({ scope }) => scope === 'content');
  const kind = kinds.find(({ id, label }) => id === kindName || label === kindName);
  if (!kind) return `没有“${kindName}”这个文种。可以写：${kinds.map(({ label }) => label).join('、')}。`;
  if (kind.file.includes('{unit}') && !project.units.some(({ id }) => id === unit)) {
    return `没有“${unit}”这个单位，用 --unit 写明。可以写：${project.units.map(({ id }) => id).join('、')}。`;
  }
  const { stem, fields } = nextIssue(project, kind, extra, kind.file.includes('{unit}') ? unit : '');
  const path = `content/${kind.file.replace('*', stem).replace('{unit}', unit)}`;
  // Names that start with a dot are not read as content.
  const schema = { path: `content/.schema/${kind.id}.json`, text: editorSchema(kind.schema, kind.label, project) };
  return {
    path,
    text: `${frontMatter(kind.schema, relativePath(path, schema.path), fields)}\n${body(project, kind)}`,
    schema,
  };
}

/** The relative path from one file below `content/` to another. */
function relativePath(from: string, to: string): string {
  const depth = from.split('/').length - 2;
  return `${depth === 0 ? './' : '../'.repeat(depth)}${to.slice('content/'.length)}`;
}

function frontMatter(schema: Schema, schemaPath: string, given: NextIssue['fields']): string {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).filter(([key]) => required.has(key) || key in given);
  const schemaLine = `# yaml-language-server: $schema=${schemaPath}`;
  return [
    '---',
    schemaLine,
    ...fields.flatMap(([key, property]) => fieldLines(key, property, given[key])),
    '---',
    '',
  ].join('\n');
}

/** A field with its initial value: a number in a series, or 草稿 as status. */
function fieldLines(key: string, schema: Schema, given: number | boolean | undefined): readonly string[] {
  const value = given ?? (key === 'status' ? '草稿' : '');
  const note = schema.description === undefined ? [] : [`# ${schema.description}`];
  return [...note, `${schema.title ?? key}: ${String(value)}`.trimEnd(), ...itemLines(schema)];
}

/** The fields of a list's first item or of a record, one per line. */
function itemLines(schema: Schema): readonly string[] {
  const record = schema.items ?? schema;
  const names = Object.entries(record.properties ?? {}).map(([key, property]) => property.title ?? key);
  if (names.length === 0) return [];
  return names.map((name, index) => `${schema.items ? (index === 0 ? '  - ' : '    ') : '  '}${name}:`);
}

function body(project: Project, kind: Kind): string {
  return kind.sections
    .flatMap((rule) => headings(project, rule))
    .map((heading) => `${heading}\n`)
    .join('\n');
}

function headings(project: Project, { title, each, parts }: SectionRule): readonly string[] {
  const members = (key: string): readonly string[] =>
    key === 'steps' ? project.campaign.steps.map(({ name }) => name) : (findSet(project.campaign, key)?.members ?? []);
  const titles = each === '' ? [title] : members(each).map((member) => title.replace('{}', member));
  return titles.flatMap((name) => [`## ${name}`, ...(parts === '' ? [] : members(parts).map((part) => `### ${part}`))]);
}
