import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProject } from '../../src/app/workspace/loaded-workspace.js';
import { openDisk } from '../../src/host/disk.js';
import type { Checked } from '../../src/model/diagnostic.js';
import type { Project } from '../../src/model/project.js';

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

/** Reads a workspace with the templates that come with the program. */
export async function load(folder: string): Promise<Checked<Project | null>> {
  return loadProject(await openDisk(folder), await openDisk(ROOT));
}
