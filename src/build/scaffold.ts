import { findSet } from '../model/campaign.js';
import type { Kind, SectionRule } from '../model/kind.js';
import type { Project } from '../model/project.js';
import type { Schema } from '../model/schema.js';

/** A file to be created. */
export interface Scaffold {
  readonly path: string;
  readonly text: string;
}

/** A content file with every field that its kind asks for, or a sentence that says why there can be none. */
export function scaffold(project: Project, kindName: string, unit: string): Scaffold | string {
  const kind = project.kinds.find(({ id, label }) => id === kindName || label === kindName);
  if (!kind) return `没有“${kindName}”这个文种。可以写：${project.kinds.map(({ label }) => label).join('、')}。`;
  if (kind.file.includes('{unit}') && !project.units.some(({ id }) => id === unit)) {
    return `没有“${unit}”这个单位，用 --unit 写明。可以写：${project.units.map(({ id }) => id).join('、')}。`;
  }
  return {
    path: `content/${fileOf(project, kind, unit)}`,
    text: `${frontMatter(kind.schema)}\n${body(project, kind)}`,
  };
}

function fileOf(project: Project, kind: Kind, unit: string): string {
  if (!kind.file.includes('*')) return kind.file.replace('{unit}', unit);
  const taken = project.entries.filter((entry) => entry.kind.id === kind.id).length;
  return kind.file.replace('*', String(taken + 1).padStart(3, '0'));
}

function frontMatter(schema: Schema): string {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).filter(([key]) => required.has(key));
  return ['---', ...fields.flatMap(([key, property]) => fieldLines(key, property)), '---', ''].join('\n');
}

function fieldLines(key: string, schema: Schema): readonly string[] {
  const note = schema.description === undefined ? [] : [`# ${schema.description}`];
  return [...note, `${schema.title ?? key}: ${key === 'status' ? '草稿' : ''}`.trimEnd(), ...itemLines(schema)];
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
