import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { ArchiveStore } from '../model/ports.js';

import { openDisk } from './disk.js';
import { errorCode, toIoError } from './io-error.js';
import { withLock } from './lock.js';
import type { LockOptions } from './lock.js';
import { temporaryName, removeLeftovers } from './write-aside.js';

const LOCK = '.lock';
/**
 * Name of a folder that is being replaced. It is not removed as a leftover, so that a crash loses no archived files.
 */
const REPLACED = /^\.(.+)\.replaced$/;
const replacedName = (target: string): string => join(dirname(target), `.${basename(target)}.replaced`);

/** Opens the folder for archived files; creates it if it is missing. */
export async function openArchiveStore(root: string, options: LockOptions = {}): Promise<ArchiveStore> {
  const folder = resolve(root);
  const disk = await openDisk(folder, { create: true });
  return {
    disk,
    placeFolder: (path, files) => placeFolder(join(folder, path), files),
    locked: (work) => withLock(join(folder, LOCK), work, options),
  };
}

/**
 * Writes a folder atomically: under a temporary name, then by rename. A folder with the same files is not rewritten; a
 * different one is renamed first, so that the target is never incomplete. The caller must hold the lock.
 */
async function placeFolder(target: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  try {
    await mkdir(dirname(target), { recursive: true });
    await removeLeftovers(dirname(target));
    await restoreReplaced(dirname(target));
    if (await isSame(target, files)) return;
    const temporary = temporaryName(target);
    await writeFiles(temporary, files);
    const old = replacedName(target);
    await rename(target, old).catch(ignoreMissing);
    await rename(temporary, target);
    await rm(old, { recursive: true, force: true });
  } catch (error) {
    throw toIoError(target, error);
  }
}

/** Recovers from a crash: restores a replaced folder whose replacement is missing; removes it otherwise. */
async function restoreReplaced(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names) {
    const original = REPLACED.exec(name)?.[1];
    if (original === undefined) continue;
    const old = join(folder, name);
    if (names.includes(original)) await rm(old, { recursive: true, force: true });
    else await rename(old, join(folder, original));
  }
}

async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, bytes] of files) {
    const full = join(folder, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, bytes, { flush: true });
  }
}

async function isSame(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = entries.filter((entry) => !entry.isDirectory());
  if (found.length !== files.size) return false;
  for (const entry of found) {
    const full = join(entry.parentPath, entry.name);
    const expected = files.get(relative(folder, full).split(sep).join('/'));
    if (!expected || Buffer.compare(await readFile(full), expected) !== 0) return false;
  }
  return true;
}

function ignoreMissing(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error;
}
