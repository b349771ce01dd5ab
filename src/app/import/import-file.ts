import { distinct } from '../../model/diagnostic.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import type { Project } from '../../model/project.js';
import { WorkbookError } from '../../read/sheet/workbook.js';
import { loadProject } from '../workspace/loaded-workspace.js';
import { rewrite } from '../workspace/rewrite.js';
import { matchSheets } from './match-sheets.js';
import type { MatchedList } from './match-sheets.js';
import { planImport } from './import-plan.js';
import type { PlannedFile } from './import-plan.js';
import { openSheets } from './open-sheets.js';

export interface ImportRequest {
  /** The name of the file as the user called it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly unit: string;
  /** Name or identifier of a kind of document; empty for the program to see. */
  readonly kind: string;
}

/** What an import would come to. Nothing has been written. */
export interface PreparedImport {
  readonly lists: readonly MatchedList[];
  readonly files: readonly PlannedFile[];
  readonly replaced: readonly string[];
  /** What did not fit, in the order of the sheets. */
  readonly findings: readonly Diagnostic[];
  /** What the checks would say of the files, were they written. */
  readonly checks: readonly Diagnostic[];
  /** The texts that `checks` are about. */
  readonly sources: Project['sources'];
}

/** Reads a workbook or CSV file into what a unit's content would become. A text says why there is nothing to import. */
export async function prepareImport(
  project: Project,
  workspace: Disk,
  shipped: Disk,
  request: ImportRequest,
): Promise<PreparedImport | string> {
  const { file, bytes, unit: id, kind } = request;
  const unit = project.units.find((candidate) => candidate.id === id);
  if (!unit) return `没有“${id}”这个单位，用 --unit 写明。可以写：${project.units.map((one) => one.id).join('、')}。`;
  const units = project.kinds.filter(({ scope, file: path }) => scope === 'content' && path.includes('{unit}'));
  if (kind !== '' && !units.some((one) => one.id === kind || one.label === kind))
    return `没有“${kind}”这个文种。可以写：${units.map(({ label }) => label).join('、')}。`;
  try {
    const { lists, findings } = matchSheets(project, await openSheets(bytes, file), { file, unit, kind });
    const { files, replaced, fault } = planImport(project, id, lists);
    if (fault !== '') return fault;
    const { checks, sources } = await checkPlan(files, workspace, shipped);
    return { lists, files, replaced, findings: distinct(findings), checks, sources };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return `${file}：${error.message}。`;
  }
}

/** Reads and checks the workspace as it would be, and keeps what concerns the files that would be written. */
async function checkPlan(
  files: readonly PlannedFile[],
  workspace: Disk,
  shipped: Disk,
): Promise<Pick<PreparedImport, 'checks' | 'sources'>> {
  if (files.length === 0) return { checks: [], sources: new Map() };
  const { diagnostics, sources } = await loadProject(overlay(workspace, files), shipped);
  const paths = new Set(files.map(({ path }) => path));
  return {
    checks: diagnostics.filter(({ span }) => span !== undefined && paths.has(span.path)),
    sources,
  };
}

/** The disk as it would be; it is only read. */
function overlay(disk: Disk, files: readonly PlannedFile[]): Disk {
  const own = new Map(files.map(({ path, text }) => [path, new TextEncoder().encode(text)]));
  return {
    ...disk,
    list: async (folder) => {
      const inside = [...own].filter(([path]) => path.startsWith(`${folder}/`));
      const others = (await disk.list(folder)).filter(({ path }) => !own.has(path));
      const all = [...others, ...inside.map(([path, bytes]) => ({ path, bytes: bytes.length }))];
      return all.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    read: (path) => Promise.resolve(own.get(path)).then((bytes) => bytes ?? disk.read(path)),
  };
}

/** Writes what was prepared, lists before the documents that name them; each file is replaced whole. */
export async function writeImport(workspace: Disk, files: readonly PlannedFile[]): Promise<void> {
  for (const { path, text } of files) await rewrite(workspace, path, text);
}
