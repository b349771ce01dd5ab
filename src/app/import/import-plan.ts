import type { Data } from '../../model/data.js';
import type { Project } from '../../model/project.js';
import type { Schema } from '../../model/schema.js';
import type { Source } from '../../model/source.js';
import { besidePath } from '../../model/path.js';
import { csvOf, csvText, fitsCsv, hasAnswer, setField } from '../../read/edit.js';
import type { ListField } from '../../read/sheet/lists.js';
import { scaffold } from '../scaffold/scaffold.js';
import type { MatchedList } from './match-sheets.js';

/** A file as it would be written; `before` is null where it is new. */
export interface PlannedFile {
  readonly path: string;
  readonly before: string | null;
  readonly text: string;
}

export interface ImportPlan {
  /** In the order in which they have to be written: a list before the document that names it. */
  readonly files: readonly PlannedFile[];
  /** What is there already and would be replaced, as people call it. */
  readonly replaced: readonly string[];
  /** Why nothing can be planned, in Chinese; empty where it can. */
  readonly fault: string;
}

/** What the reader of content takes at most of one file. */
const MAX_BYTES = 1_048_576;

/** Lays the lists where the unit's documents keep them, a new draft where there is no document yet. */
export function planImport(project: Project, unit: string, lists: readonly MatchedList[]): ImportPlan {
  const files = new Map<string, string>();
  const replaced: string[] = [];
  for (const gathered of lists) {
    const fault = planList(project, unit, gathered, files, replaced);
    if (fault !== '') return { files: [], replaced: [], fault };
  }
  const unread = [...files.keys()].find((path) => project.files.has(path) && !project.sources.has(path));
  if (unread !== undefined) return { files: [], replaced: [], fault: unreadableFault(unread) };
  const planned = [...files].map(([path, text]) => ({ path, before: textOf(project, path), text }));
  const changed = planned.filter(({ before, text }) => before !== text);
  const large = changed.find(({ text }) => new TextEncoder().encode(text).length > MAX_BYTES);
  if (large) return { files: [], replaced: [], fault: `${large.path} 会超过 1 MB，太大；把表分成几份，只留要报的列。` };
  return { files: [...changed].sort((a, b) => writeOrder(a) - writeOrder(b)), replaced, fault: '' };
}

/** Such a file is not among the sources: it would pass for one that is not there, and be lost. */
function unreadableFault(path: string): string {
  return `${path} 已经有了，但是读不了，没有改动任何文件；运行 hongtou check 看原因，多半要另存为 UTF-8，改好再导入。`;
}

function writeOrder({ path }: PlannedFile): number {
  return Number(path.endsWith('.md'));
}

function textOf(project: Project, path: string): string | null {
  return project.sources.get(path)?.text ?? null;
}

function planList(
  project: Project,
  unit: string,
  { list, records, answers }: MatchedList,
  files: Map<string, string>,
  replaced: string[],
): string {
  const { kind, key, label } = list;
  const path = `content/${kind.file.replace('{unit}', unit)}`;
  const base = documentAt(project, path, kind.label, unit, files);
  if (typeof base === 'string') return base;
  const csv = csvPath(base, list, files);
  const listed = csv ? setCsv(base, csv, records, list, files) : setField(base, kind.schema, key, records);
  const own = textOf(project, path) !== null && hasAnswer(base, kind.schema, key) ? base.text : null;
  const before = csv ? textOf(project, csv.path) : own;
  const after = csv ? files.get(csv.path) : listed.text;
  if (before !== null && before !== after) replaced.push(csv ? csv.path : `${path} 的“${label}”`);
  files.set(path, withAnswers(listed, kind.schema, answers).text);
  return '';
}

/** Puts the records in their CSV file, and names it in the document. */
function setCsv(
  base: Source,
  { path, name }: CsvFile,
  records: readonly Data[],
  { kind, key }: ListField,
  files: Map<string, string>,
): Source {
  files.set(path, csvText(records, kind.schema.properties?.[key]?.items ?? {}));
  return csvOf(base, kind.schema, key) === '' ? setField(base, kind.schema, key, name) : base;
}

interface CsvFile {
  readonly path: string;
  readonly name: string;
}

/** The document as an earlier list of this run left it, as it is there, or a new draft; a text says why there is none. */
function documentAt(
  project: Project,
  path: string,
  label: string,
  unit: string,
  files: ReadonlyMap<string, string>,
): Source | string {
  const text = files.get(path) ?? textOf(project, path);
  if (text !== null) return { path, text };
  const draft = scaffold(project, label, unit);
  return typeof draft === 'string' ? draft : { path, text: draft.text };
}

/** Where a list's CSV file lies: the one that the document names, or a new one unless the list stands in the document. */
function csvPath(
  base: Source,
  { kind: { schema }, key }: ListField,
  files: ReadonlyMap<string, string>,
): CsvFile | null {
  const at = (name: string): CsvFile => ({ path: besidePath(base.path, name), name });
  const named = csvOf(base, schema, key);
  if (named !== '') return at(named);
  if (!fitsCsv(schema.properties?.[key]?.items ?? {}) || hasAnswer(base, schema, key)) return null;
  const stem = (base.path.split('/').at(-1) ?? '').replace(/\.md$/, '');
  const taken = Object.keys(schema.properties ?? {}).map((other) => csvOf(base, schema, other));
  const first = `./${stem}.csv`;
  return at(taken.includes(first) || files.has(besidePath(base.path, first)) ? `./${stem}-${key}.csv` : first);
}

/** What the document answers itself is left as it is. */
function withAnswers(source: Source, schema: Schema, answers: MatchedList['answers']): Source {
  const open = Object.entries(answers).filter(([key]) => !hasAnswer(source, schema, key));
  return open.reduce((text, [key, value]) => setField(text, schema, key, value), source);
}
