import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { mkdir, realpath, rm, stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { IoError, type Disk, type FileEntry } from '../model/ports.js';
import { errorCode, toIoError } from './io-error.js';
import { removeLeftovers, writeAtomically } from './write-aside.js';

/** Names that are not listed: dot files, which include unfinished writes, and installed packages. */
const SKIPPED = /^\.|^node_modules$/;

/**
 * Opens the folder `root` as a `Disk`; with `create`, creates it if it is missing. Throws `IoError` if it is not a
 * folder. A path outside the folder (by `..`, an absolute path or a link) is rejected with `IoError`. Reading and
 * listing are synchronous, which takes a fifth of the time for the thousands of small files of a district.
 */
export async function openDisk(root: string, options: { readonly create?: boolean } = {}): Promise<Disk> {
  const folder = await openFolder(resolve(root), options.create === true);
  const guarded = async <T>(path: string, work: (full: string) => T | Promise<T>): Promise<T> => {
    try {
      return await work(locate(folder, path));
    } catch (error) {
      throw toIoError(path, error);
    }
  };
  return {
    list: (path) => guarded(path, (full) => listFiles(folder, full)),
    read: async (path) => {
      await yieldToEventLoop();
      return guarded(path, readOrNull);
    },
    write: (path, bytes) =>
      guarded(path, async (full) => {
        await mkdir(dirname(full), { recursive: true });
        await removeLeftoversOnce(dirname(full));
        await writeAtomically(full, bytes);
      }),
    remove: (path) => guarded(path, (full) => rm(full, { force: true })),
  };
}

let readCount = 0;

/** Yields to the event loop after every 16 reads, so that other work, such as starting a browser, can continue. */
async function yieldToEventLoop(): Promise<void> {
  readCount += 1;
  if (readCount % 16 === 0) await nextTurn();
}

async function openFolder(root: string, create: boolean): Promise<string> {
  try {
    if (create) await mkdir(root, { recursive: true });
    const folder = await realpath(root);
    if ((await stat(folder)).isDirectory()) return folder;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw toIoError(root, error);
  }
  throw new IoError(root, `${root}：没有这个文件夹，请检查路径。`);
}

/** The absolute path. Throws `IoError` if it is outside `root`, also after resolving links in its existing part. */
function locate(root: string, path: string): string {
  const full = resolve(root, path);
  if (isAbsolute(path) || !isWithin(root, full)) throw outside(path);
  if (!isWithin(root, resolveExisting(full))) throw outside(path);
  return full;
}

function resolveExisting(full: string): string {
  try {
    return realpathSync.native(full);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return dirname(full) === full ? full : resolveExisting(dirname(full));
  }
}

function isWithin(root: string, full: string): boolean {
  const inside = relative(root, full);
  return inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside));
}

function outside(path: string): IoError {
  return new IoError(path, `${path}：路径指到了工作区外面，请改用工作区内的路径。`);
}

function listFiles(root: string, folder: string): readonly FileEntry[] {
  const files: FileEntry[] = [];
  const path = relative(root, folder).split(sep).join('/');
  walk(root, { full: folder, path }, new Set(), files);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Links are followed if their target is within `root`. `seen` holds the real parent folders, which stops link cycles.
 */
function walk(root: string, folder: Place, seen: ReadonlySet<string>, files: FileEntry[]): void {
  const real = orNull(() => realpathSync.native(folder.full));
  if (real === null || seen.has(real) || !isWithin(root, real)) return;
  const parents = new Set([...seen, real]);
  const visit = (entry: Dirent): void => {
    if (SKIPPED.test(entry.name)) return;
    const full = folder.full + sep + entry.name;
    const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
    if (entry.isDirectory()) {
      walk(root, { full, path }, parents, files);
      return;
    }
    const found = entry.isFile() ? orNull(() => statSync(full)) : statInside(root, full);
    if (found?.isDirectory()) walk(root, { full, path }, parents, files);
    else if (found?.isFile()) files.push({ path, bytes: found.size, modified: found.mtimeMs });
  };
  readdirSync(folder.full, { withFileTypes: true }).forEach(visit);
}

/** A folder: its absolute path and its path relative to the root. */
interface Place {
  readonly full: string;
  readonly path: string;
}

/** Null if the operation fails, since a file may have been removed after it was listed. */
function orNull<T>(operation: () => T): T | null {
  try {
    return operation();
  } catch {
    return null;
  }
}

function statInside(root: string, full: string): Stats | null {
  const real = orNull(() => realpathSync.native(full));
  return real !== null && isWithin(root, real) ? statSync(real) : null;
}

function readOrNull(full: string): Uint8Array | null {
  try {
    return readFileSync(full);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Also true if a parent of the path is a file instead of a folder. */
function isNotFound(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
}

const cleanedFolders = new Set<string>();

/** Removes unfinished files of an earlier crash when a folder is first written to. */
async function removeLeftoversOnce(folder: string): Promise<void> {
  if (cleanedFolders.has(folder)) return;
  cleanedFolders.add(folder);
  await removeLeftovers(folder);
}
