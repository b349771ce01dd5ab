import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { mkdir, realpath, rm, stat } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { IoError, type Disk, type FileEntry } from '../model/ports.js';
import { errorCode, toIoError } from './io-error.js';
import { removeLeftovers, writeAside } from './write-aside.js';

/** Never listed: what hides behind a dot, unfinished writes among it, and installed packages. */
const SKIPPED = /^\.|^node_modules$/;

/**
 * The folder `root` as a `Disk`. Throws `IoError` where it is not a folder; with `create` it is made. A path that leaves
 * the folder, by `..`, as an absolute path or through a link, is refused with `IoError`. A district has thousands of small
 * files: they are read and listed without leaving the thread, which takes a fifth of the time.
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
      await letOthersIn();
      return guarded(path, readOrNull);
    },
    write: (path, bytes) =>
      guarded(path, async (full) => {
        await mkdir(dirname(full), { recursive: true });
        await removeLeftoversOnce(dirname(full));
        await writeAside(full, bytes);
      }),
    remove: (path) => guarded(path, (full) => rm(full, { force: true })),
  };
}

let reads = 0;

/** Between so many files, whatever else is under way, such as a browser that is starting, has its turn. */
async function letOthersIn(): Promise<void> {
  reads += 1;
  if (reads % 16 === 0) await turn();
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

/** The absolute path, after following the links of whatever part of it exists. */
function locate(root: string, path: string): string {
  const full = resolve(root, path);
  if (isAbsolute(path) || !isWithin(root, full)) throw outside(path);
  if (!isWithin(root, realPart(full))) throw outside(path);
  return full;
}

function realPart(full: string): string {
  try {
    return realpathSync.native(full);
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return dirname(full) === full ? full : realPart(dirname(full));
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
  const inside = relative(root, folder).split(sep).join('/');
  walk(root, { full: folder, path: inside }, new Set(), files);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Links are followed while they stay inside; `seen` holds the real folders on the way, so that a ring of links ends. */
function walk(root: string, folder: Place, seen: ReadonlySet<string>, files: FileEntry[]): void {
  const real = orNull(() => realpathSync.native(folder.full));
  if (real === null || seen.has(real) || !isWithin(root, real)) return;
  const around = new Set([...seen, real]);
  const visit = (entry: Dirent): void => {
    if (SKIPPED.test(entry.name)) return;
    const full = folder.full + sep + entry.name;
    const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
    if (entry.isDirectory()) {
      walk(root, { full, path }, around, files);
      return;
    }
    const found = entry.isFile() ? orNull(() => statSync(full)) : statInside(root, full);
    if (found?.isDirectory()) walk(root, { full, path }, around, files);
    else if (found?.isFile()) files.push({ path, bytes: found.size, modified: found.mtimeMs });
  };
  readdirSync(folder.full, { withFileTypes: true }).forEach(visit);
}

/** A folder on the disk, and as the `Disk` calls it. */
interface Place {
  readonly full: string;
  readonly path: string;
}

/** Null where the disk has changed between two looks. */
function orNull<T>(look: () => T): T | null {
  try {
    return look();
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
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** A file that is asked of another file as if that were a folder is as little there as one of an unknown name. */
function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
}

const cleared = new Set<string>();

/** An earlier crash may have left unfinished files in a folder; they go when it is first written to. */
async function removeLeftoversOnce(folder: string): Promise<void> {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  await removeLeftovers(folder);
}
