import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWorkspace, loadWorkspace } from '../../src/app/workspace/loaded-workspace.js';
import type { LoadedWorkspace, LoadedProject } from '../../src/app/workspace/loaded-workspace.js';
import { openDisk } from '../../src/host/disk.js';
import type { Disk } from '../../src/model/ports.js';
import { memoryDisk } from './memory-disk.js';

export const ROOT = join(import.meta.dirname, '..', '..');
export const TINY = join(ROOT, 'test', 'campaigns', 'tiny');
/** Laid over the tiny campaign: volumes of its documents. */
export const BOUND = join(ROOT, 'test', 'campaigns', 'bound');

/** A scratch copy of a workspace with the files of `overlays` laid over it; gone when `work` is done. */
export async function withWorkspace<T>(folders: readonly string[], work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-test-'));
  try {
    // A workspace that was built by hand has an out folder, which is no part of it.
    for (const from of folders) cpSync(from, folder, { recursive: true, filter: (path) => path !== join(from, 'out') });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads a workspace with the templates that come with the program. Nothing is remembered of its content. */
export async function load(folder: string, asOf = ''): Promise<LoadedProject> {
  return loadDisk(await openDisk(folder), asOf);
}

export async function loadDisk(disk: Disk, asOf = ''): Promise<LoadedProject> {
  return checkWorkspace(await openShelves(disk), asOf);
}

let shipped: Promise<LoadedWorkspace> | null = null;

/**
 * The files of a workspace, with the templates that come with the program. Those are read once for all tests of a
 * process, for they are most of what there is to read in a small workspace; one with templates of its own reads all.
 */
export async function openShelves(disk: Disk): Promise<LoadedWorkspace> {
  shipped ??= openDisk(ROOT).then((root) => loadWorkspace(memoryDisk(), root));
  const { templates, templateSources } = await shipped;
  const own = await loadWorkspace(disk, memoryDisk());
  return own.templateSources.size > 0
    ? loadWorkspace(disk, await openDisk(ROOT))
    : { ...own, templates, templateSources };
}
