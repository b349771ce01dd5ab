import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Store, STORE_FOLDER } from '../app/cache/store.js';
import type { LoadedProject } from '../app/workspace/loaded-workspace.js';
import { openDisk } from '../host/disk.js';
import { packageRoot, programVersion } from '../host/package.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Disk } from '../model/ports.js';
import type { Project } from '../model/project.js';
import { coloured, plain, writePretty } from '../report/pretty.js';
import { EXIT, UsageError } from './failure.js';

export interface GlobalOptions {
  readonly workspace: string;
  readonly debug?: boolean;
  /** The date up to which roll-ups count, YYYY-MM-DD. */
  readonly asOf?: string;
}

export interface Session {
  readonly disk: Disk;
  readonly loaded: LoadedProject;
}

/** Reads and checks the workspace of a command. */
export async function openSession({ workspace, asOf }: GlobalOptions): Promise<Session> {
  const disk = await openDisk(workspace);
  const { loadProject } = await import('../app/workspace/loaded-workspace.js');
  return { disk, loaded: await loadProject(disk, await openDisk(packageRoot), asOf, await findStore(workspace)) };
}

/** The store of the default out folder; null if there is none. */
async function findStore(workspace: string): Promise<Store | null> {
  const folder = join(workspace, 'out');
  const out = existsSync(join(folder, STORE_FOLDER)) ? await openDisk(folder).catch(() => null) : null;
  return out && new Store(out, programVersion());
}

/** The project of a session. Prints the findings and throws `UsageError` if there is no valid campaign file. */
export function requireProject({ loaded }: Session): Project {
  if (loaded.value) return loaded.value;
  printFindings(loaded.diagnostics, loaded);
  throw new UsageError('没有可用的 content/campaign.md，先把活动文件写好。');
}

/** Prints findings to standard error, so that redirected standard output does not contain them. */
export function printFindings(diagnostics: readonly Diagnostic[], project: Pick<Project, 'sources'> | null): void {
  if (diagnostics.length === 0) return;
  const paint = process.stderr.isTTY && !process.env['NO_COLOR'] ? coloured : plain;
  process.stderr.write(`${writePretty(diagnostics, project?.sources ?? new Map(), paint)}\n\n`);
}

export function exitCodeOf(diagnostics: readonly Diagnostic[], strict: boolean): number {
  const counts = (severity: string): boolean => severity === 'error' || (strict && severity === 'warning');
  return diagnostics.some(({ severity }) => counts(severity)) ? EXIT.content : EXIT.done;
}

/** A count such as `2 处错误，1 处提醒`. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return `${count('error')} 处错误，${count('warning')} 处提醒`;
}
