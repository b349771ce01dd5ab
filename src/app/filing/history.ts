import { createCompose } from '../../compose/document.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Doc } from '../../model/doc.js';
import type { Disk } from '../../model/ports.js';
import type { Entry, Project } from '../../model/project.js';
import { changesBetween } from '../../filing/diff/changes.js';
import type { Change } from '../../filing/diff/changes.js';
import { passagesOf } from '../../filing/diff/passages.js';
import type { LifeEvent } from '../../filing/life/event.js';
import { eventsOf, loadLife } from './life-files.js';
import { versionOf } from './filing-plan.js';
import { readVersionDoc } from './version-files.js';

/** Finds a document by id such as `units/luwan/plan`, by the path of its file, or by unit and kind. */
export function findEntry(project: Project, name: string): Entry | null {
  const id = name.replace(/^\.?\/?(?:content\/)?/, '').replace(/\.md$/, '');
  const [unit = '', kind = ''] = id.replace(/^units\//, '').split('/');
  const matches = project.entries.filter(
    (entry) => entry.id === id || (entry.unit === unit && [entry.kind.id, entry.kind.label].includes(kind)),
  );
  return matches[0] ?? null;
}

/** The events of a document in order, and the findings about its life-cycle file. */
export async function historyOf(
  entry: Entry,
  disk: Disk,
): Promise<{ readonly events: readonly LifeEvent[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { value, diagnostics } = await loadLife(disk, entry.id);
  return { events: eventsOf(entry, value), diagnostics };
}

/** The changes from one version to another; a string with the reason if a version does not exist. */
export async function compareVersions(
  project: Project,
  entry: Entry,
  archive: Disk,
  before: number,
  after: number,
): Promise<readonly Change[] | string> {
  const docOf = async (no: number): Promise<Doc | null> =>
    (await readVersionDoc(archive, entry.id, no)) ??
    (no === versionOf(entry) ? createCompose(project)(entry).value : null);
  const docs = [await docOf(before), await docOf(after)] as const;
  const missing = docs[0] === null ? before : after;
  if (docs[0] === null || docs[1] === null) return `没有第${missing}版：存档里没有，现在写的是第${versionOf(entry)}版`;
  return changesBetween(passagesOf(docs[0]), passagesOf(docs[1]));
}
