import { certainEditsOf } from '../../check/norms/rules.js';
import type { Edit } from '../../check/norms/rules.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import type { Project } from '../../model/project.js';
import { loadProject } from '../workspace/loaded-workspace.js';
import { rewrite } from '../workspace/rewrite.js';

/** A file before and after; `count` is the number of places that were fixed. */
export interface FileFix {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly count: number;
}

/**
 * A fix can make another necessary, such as at a doubled punctuation mark; more rounds than this mean that two norms
 * conflict.
 */
const MAX_ROUNDS = 8;

/**
 * Computes the fixes for mechanical findings, in the files that `isIncluded` accepts. Nothing is written. A file that
 * would have more structural errors afterwards than before is left unchanged.
 */
export async function fixWorkspace(
  workspace: Disk,
  shipped: Disk,
  isIncluded: (path: string) => boolean,
): Promise<readonly FileFix[]> {
  const fixes = new Map<string, FileFix>();
  const first = await loadProject(workspace, shipped);
  let loaded = first;
  for (let round = 0; round < MAX_ROUNDS && loaded.value; round += 1) {
    const edits = applicableEdits(loaded.value, loaded.diagnostics, isIncluded);
    if (edits.length === 0) break;
    for (const [path, fileEdits] of groupByPath(edits)) addFix(fixes, path, fileEdits, loaded.value);
    loaded = await loadProject(overlay(workspace, fixes), shipped);
  }
  return [...fixes.values()].filter(
    ({ path, before, after }) =>
      before !== after && structuralFaults(loaded.diagnostics, path) <= structuralFaults(first.diagnostics, path),
  );
}

/**
 * Only rules with findings, so not those that the campaign switches off. A malformed document number is reported by its
 * schema.
 */
function applicableEdits(
  project: Project,
  findings: readonly Diagnostic[],
  isIncluded: (path: string) => boolean,
): readonly Edit[] {
  const codes = new Set(findings.map(({ code }) => (code === 'SCHEMA-PATTERN' ? 'NORM-DOC-NUMBER' : code)));
  return certainEditsOf(project).filter(
    ({ code, span }) => codes.has(code) && span.path.startsWith('content/') && isIncluded(span.path),
  );
}

function groupByPath(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const groups = new Map<string, Edit[]>();
  for (const edit of edits) groups.set(edit.span.path, [...(groups.get(edit.span.path) ?? []), edit]);
  return groups;
}

function addFix(fixes: Map<string, FileFix>, path: string, edits: readonly Edit[], project: Project): void {
  const text = project.sources.get(path)?.text;
  if (text === undefined) return;
  const { after, count } = applyEdits(text, edits);
  const previous = fixes.get(path) ?? { before: text, count: 0 };
  fixes.set(path, { path, before: previous.before, after, count: previous.count + count });
}

/** Applies the edits from front to back; an edit that overlaps an earlier one is left to the next round. */
export function applyEdits(text: string, edits: readonly Edit[]): { readonly after: string; readonly count: number } {
  const parts: string[] = [];
  let from = 0;
  let count = 0;
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < from || text.slice(span.start, span.end).includes('\n')) continue;
    parts.push(text.slice(from, span.start), replacement);
    from = span.end;
    count += 1;
  }
  return { after: parts.join('') + text.slice(from), count };
}

const STRUCTURAL = /^(?:YAML|CSV|FRONT-MATTER|SCHEMA|SECTION|REFERENCE|MARKDOWN)-/;

function structuralFaults(findings: readonly Diagnostic[], path: string): number {
  return findings.filter(({ code, span }) => span?.path === path && STRUCTURAL.test(code)).length;
}

/** The workspace with the fixes applied, for reading only. */
function overlay(disk: Disk, fixes: ReadonlyMap<string, FileFix>): Disk {
  const read = (path: string): Promise<Uint8Array | null> => {
    const fix = fixes.get(path);
    return fix ? Promise.resolve(new TextEncoder().encode(fix.after)) : disk.read(path);
  };
  return { ...disk, list: (folder) => disk.list(folder), read };
}

/** Writes the fixed files, each in one step. */
export async function writeFixes(workspace: Disk, fixes: readonly FileFix[]): Promise<void> {
  for (const { path, after } of fixes) await rewrite(workspace, path, after);
}
