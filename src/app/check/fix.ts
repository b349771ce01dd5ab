import { editsOf } from '../../check/norms/rules.js';
import type { Edit } from '../../check/norms/rules.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import type { Project } from '../../model/project.js';
import { loadProject } from '../workspace/loaded-workspace.js';
import { rewrite } from '../workspace/rewrite.js';

/** One file before and after; `count` places were put right. */
export interface FileFix {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly count: number;
}

/** A mend can uncover another, such as a doubled mark; more rounds than this would mean that two norms disagree. */
const ROUNDS = 8;

/**
 * What would put the mechanical faults of a workspace right, in the files that `wanted` names. Nothing is written. A
 * file that would be harder to read afterwards than before is left as it is.
 */
export async function fixWorkspace(
  workspace: Disk,
  shipped: Disk,
  wanted: (path: string) => boolean,
): Promise<readonly FileFix[]> {
  const mended = new Map<string, FileFix>();
  const first = await loadProject(workspace, shipped);
  let loaded = first;
  for (let round = 0; round < ROUNDS && loaded.value; round += 1) {
    const edits = wantedEdits(loaded.value, loaded.diagnostics, wanted);
    if (edits.length === 0) break;
    for (const [path, own] of groupByPath(edits)) mendFile(mended, path, own, loaded.value);
    loaded = await loadProject(overlay(workspace, mended), shipped);
  }
  return [...mended.values()].filter(
    ({ path, before, after }) =>
      before !== after && structuralFaults(loaded.diagnostics, path) <= structuralFaults(first.diagnostics, path),
  );
}

/** A rule that the campaign has silenced mends nothing. A malformed document number is reported by its schema. */
function wantedEdits(
  project: Project,
  found: readonly Diagnostic[],
  wanted: (path: string) => boolean,
): readonly Edit[] {
  const codes = new Set(found.map(({ code }) => (code === 'SCHEMA-PATTERN' ? 'NORM-DOC-NUMBER' : code)));
  return editsOf(project).filter(
    ({ code, span }) => codes.has(code) && span.path.startsWith('content/') && wanted(span.path),
  );
}

function groupByPath(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const groups = new Map<string, Edit[]>();
  for (const edit of edits) groups.set(edit.span.path, [...(groups.get(edit.span.path) ?? []), edit]);
  return groups;
}

function mendFile(mended: Map<string, FileFix>, path: string, edits: readonly Edit[], project: Project): void {
  const text = project.sources.get(path)?.text;
  if (text === undefined) return;
  const { after, count } = applyEdits(text, edits);
  const earlier = mended.get(path) ?? { before: text, count: 0 };
  mended.set(path, { path, before: earlier.before, after, count: earlier.count + count });
}

/** The text with the edits made from front to back; one that overlaps an earlier one waits for the next round. */
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

function structuralFaults(found: readonly Diagnostic[], path: string): number {
  return found.filter(({ code, span }) => span?.path === path && STRUCTURAL.test(code)).length;
}

/** The workspace as it would be with the mends written. */
function overlay(disk: Disk, mended: ReadonlyMap<string, FileFix>): Disk {
  const read = (path: string): Promise<Uint8Array | null> => {
    const mend = mended.get(path);
    return mend ? Promise.resolve(new TextEncoder().encode(mend.after)) : disk.read(path);
  };
  return { ...disk, list: (folder) => disk.list(folder), read };
}

/** Writes the mends, each file whole or not at all. */
export async function writeFixes(workspace: Disk, mends: readonly FileFix[]): Promise<void> {
  for (const { path, after } of mends) await rewrite(workspace, path, after);
}
