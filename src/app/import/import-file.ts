import { distinctDiagnostics } from '../../model/diagnostic.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk } from '../../model/ports.js';
import type { Project } from '../../model/project.js';
import { WorkbookError } from '../../read/sheet/workbook-error.js';
import { loadProject } from '../workspace/loaded-workspace.js';
import { rewrite } from '../workspace/rewrite.js';
import { matchSheets } from './match-sheets.js';
import type { MatchedList } from './match-sheets.js';
import { planImport } from './import-plan.js';
import type { PlannedFile } from './import-plan.js';
import { openSheets } from './open-sheets.js';

export interface ImportRequest {
  /** The file name as given by the user. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly unit: string;
  /** Label or id of a kind; empty means that the program detects it. */
  readonly kind: string;
}

/** The result of preparing an import. Nothing has been written. */
export interface PreparedImport {
  readonly lists: readonly MatchedList[];
  readonly files: readonly PlannedFile[];
  readonly replaced: readonly string[];
  /** Findings about the sheets, in their order. */
  readonly findings: readonly Diagnostic[];
  /** The findings that the files would have after writing. */
  readonly checks: readonly Diagnostic[];
  /** The texts that `checks` refer to. */
  readonly sources: Project['sources'];
}

/**
 * Reads a workbook or CSV file and plans the changes to a unit's content. Returns a string with the reason if it
 * cannot.
 */
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
    return { lists, files, replaced, findings: distinctDiagnostics(findings), checks, sources };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return `${file}：${error.message}。`;
  }
}

/** Reads and checks the workspace with the planned files, and returns the findings about those files. */
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

/** The disk with the planned files, for reading only. */
function overlay(disk: Disk, files: readonly PlannedFile[]): Disk {
  const planned = new Map(files.map(({ path, text }) => [path, new TextEncoder().encode(text)]));
  return {
    ...disk,
    list: async (folder) => {
      const plannedInFolder = [...planned].filter(([path]) => path.startsWith(`${folder}/`));
      const others = (await disk.list(folder)).filter(({ path }) => !planned.has(path));
      const all = [...others, ...plannedInFolder.map(([path, bytes]) => ({ path, bytes: bytes.length }))];
      return all.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    read: (path) => Promise.resolve(planned.get(path)).then((bytes) => bytes ?? disk.read(path)),
  };
}

/** Writes the planned files, lists before the documents that refer to them, each in one step. */
export async function writeImport(workspace: Disk, files: readonly PlannedFile[]): Promise<void> {
  for (const { path, text } of files) await rewrite(workspace, path, text);
}
