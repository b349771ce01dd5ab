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

/** The content file, and the schema by which an editor completes and checks its front matter. */
export interface Scaffold extends NewFile {
  readonly schema: NewFile;
}

/** A content file with every field that its kind asks for, or a sentence that says why there can be none. */
export function scaffold(project: Project, kindName: string, unit: string, extra = false): Scaffold | string {
  const kinds = project.kinds.filter(({ scope }) => scope === 'content');
  const kind = kinds.find(({ id, label }) => id === kindName || label === kindName);
  if (!kind) return `没有“${kindName}”这个文种。可以写：${kinds.map(({ label }) => label).join('、')}。`;
  if (kind.file.includes('{unit}') && !project.units.some(({ id }) => id === unit)) {
    return `没有“${unit}”这个单位，用 --unit 写明。可以写：${project.units.map(({ id }) => id).join('、')}。`;
  }
  const { stem, fields } = nextIssue(project, kind, extra, kind.file.includes('{unit}') ? unit : '');
  const path = `content/${kind.file.replace('*', stem).replace('{unit}', unit)}`;
  // Names with a dot before them are not read as content.
  const schema = { path: `content/.schema/${kind.id}.json`, text: editorSchema(kind.schema, kind.label, project) };
  return {
    path,
    text: `${frontMatter(kind.schema, climb(path, schema.path), fields)}\n${body(project, kind)}`,
    schema,
  };
}

/** The way from a file below `content/` to another there. */
function climb(from: string, to: string): string {
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

/** A field with what is known of it beforehand: its place in a series, or that a new document is a draft. */
function fieldLines(key: string, schema: Schema, given: number | boolean | undefined): readonly string[] {
  const value = given ?? (key === 'status' ? '草稿' : '');
  const note = schema.description === undefined ? [] : [`# ${schema.description}`];
  return [...note, `${schema.title ?? key}: ${String(value)}`.trimEnd(), ...itemLines(schema)];
}

/** The first item of a list, or the fields of a record, one below the other. */
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
