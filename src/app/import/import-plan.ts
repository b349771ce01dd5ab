import type { Data } from '../../model/data.js';
import type { Project } from '../../model/project.js';
import type { Schema } from '../../model/schema.js';
import type { Source } from '../../model/source.js';
import { resolveBeside } from '../../model/path.js';
import { csvPathOf, csvText, fitsCsv, hasValue, setField } from '../../read/edit.js';
import type { ListField } from '../../read/sheet/lists.js';
import { scaffold } from '../scaffold/scaffold.js';
import type { MatchedList } from './match-sheets.js';

/** A file to be written; `before` is null if it is new. */
export interface PlannedFile {
  readonly path: string;
  readonly before: string | null;
  readonly text: string;
}

export interface ImportPlan {
  /** In writing order: a list before the document that refers to it. */
  readonly files: readonly PlannedFile[];
  /** Existing lists that would be replaced, as messages call them. */
  readonly replaced: readonly string[];
  /** The reason why the import is impossible, in Chinese; empty if it is possible. */
  readonly fault: string;
}

/** The maximum size of a content file in bytes. */
const MAX_BYTES = 1_048_576;

/** Plans to write the lists into the unit's documents; a document that does not exist is created as a draft. */
export function planImport(project: Project, unit: string, lists: readonly MatchedList[]): ImportPlan {
  const files = new Map<string, string>();
  const replaced: string[] = [];
  for (const matched of lists) {
    const fault = planList(project, unit, matched, files, replaced);
    if (fault !== '') return { files: [], replaced: [], fault };
  }
  const unreadable = [...files.keys()].find((path) => project.files.has(path) && !project.sources.has(path));
  if (unreadable !== undefined) return { files: [], replaced: [], fault: unreadableFault(unreadable) };
  const planned = [...files].map(([path, text]) => ({ path, before: textOf(project, path), text }));
  const changed = planned.filter(({ before, text }) => before !== text);
  const tooLarge = changed.find(({ text }) => new TextEncoder().encode(text).length > MAX_BYTES);
  if (tooLarge)
    return { files: [], replaced: [], fault: `${tooLarge.path} 会超过 1 MB，太大；把表分成几份，只留要报的列。` };
  return { files: [...changed].sort((a, b) => writeOrder(a) - writeOrder(b)), replaced, fault: '' };
}

/** An unreadable file is not among the sources. It would count as missing and be overwritten. */
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
  const document = documentAt(project, path, kind.label, unit, files);
  if (typeof document === 'string') return document;
  const csv = csvPath(document, list, files);
  const listed = csv ? setCsv(document, csv, records, list, files) : setField(document, kind.schema, key, records);
  const existingList = textOf(project, path) !== null && hasValue(document, kind.schema, key) ? document.text : null;
  const before = csv ? textOf(project, csv.path) : existingList;
  const after = csv ? files.get(csv.path) : listed.text;
  if (before !== null && before !== after) replaced.push(csv ? csv.path : `${path} 的“${label}”`);
  files.set(path, withAnswers(listed, kind.schema, answers).text);
  return '';
}

/** Writes the records to their CSV file, and refers to it in the document. */
function setCsv(
  document: Source,
  { path, name }: CsvFile,
  records: readonly Data[],
  { kind, key }: ListField,
  files: Map<string, string>,
): Source {
  files.set(path, csvText(records, kind.schema.properties?.[key]?.items ?? {}));
  return csvPathOf(document, kind.schema, key) === '' ? setField(document, kind.schema, key, name) : document;
}

interface CsvFile {
  readonly path: string;
  readonly name: string;
}

/** The document as planned so far, as it exists, or a new draft; a string with the reason if there can be none. */
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

/**
 * The CSV file of a list: the one that the document refers to, or a new one; null if the document contains the list.
 */
function csvPath(
  document: Source,
  { kind: { schema }, key }: ListField,
  files: ReadonlyMap<string, string>,
): CsvFile | null {
  const at = (name: string): CsvFile => ({ path: resolveBeside(document.path, name), name });
  const named = csvPathOf(document, schema, key);
  if (named !== '') return at(named);
  if (!fitsCsv(schema.properties?.[key]?.items ?? {}) || hasValue(document, schema, key)) return null;
  const stem = (document.path.split('/').at(-1) ?? '').replace(/\.md$/, '');
  const taken = Object.keys(schema.properties ?? {}).map((other) => csvPathOf(document, schema, other));
  const first = `./${stem}.csv`;
  return at(taken.includes(first) || files.has(resolveBeside(document.path, first)) ? `./${stem}-${key}.csv` : first);
}

/** Adds the fields that the document does not have yet. */
function withAnswers(source: Source, schema: Schema, answers: MatchedList['answers']): Source {
  const missing = Object.entries(answers).filter(([key]) => !hasValue(source, schema, key));
  return missing.reduce((text, [key, value]) => setField(text, schema, key, value), source);
}
