import type { Dirent, Stats } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { IoError, type Disk, type FileEntry } from '../model/ports.js';
import { errorCode, toIoError } from './io-error.js';
import { removeLeftovers, writeAside } from './write-aside.js';

/** Never listed: what hides behind a dot, unfinished writes among it, and installed packages. */
const SKIPPED = /^\.|^node_modules$/;

/**
 * The folder `root` as a `Disk`. Throws `IoError` where it is not a folder; with `create` it is made. A path that leaves
 * the folder, by `..`, as an absolute path or through a link, is refused with `IoError`.
 */
export async function openDisk(root: string, options: { readonly create?: boolean } = {}): Promise<Disk> {
  const folder = await openFolder(resolve(root), options.create === true);
  const guarded = async <T>(path: string, work: (full: string) => Promise<T>): Promise<T> => {
    try {
      return await work(await locate(folder, path));
    } catch (error) {
      throw toIoError(path, error);
    }
  };
  return {
    list: (path) => guarded(path, (full) => listFiles(folder, full)),
    read: (path) => guarded(path, readOrNull),
    write: (path, bytes) =>
      guarded(path, async (full) => {
        await mkdir(dirname(full), { recursive: true });
        await removeLeftoversOnce(dirname(full));
        await writeAside(full, bytes);
      }),
    remove: (path) => guarded(path, (full) => rm(full, { force: true })),
  };
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
async function locate(root: string, path: string): Promise<string> {
  const full = resolve(root, path);
  if (isAbsolute(path) || !isWithin(root, full)) throw outside(path);
  if (!isWithin(root, await realPart(full))) throw outside(path);
  return full;
}

async function realPart(full: string): Promise<string> {
  try {
    return await realpath(full);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
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

async function listFiles(root: string, folder: string): Promise<readonly FileEntry[]> {
  const files: FileEntry[] = [];
  await walk(root, folder, new Set(), files);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Links are followed while they stay inside; `seen` holds the real folders on the way, so that a ring of links ends. */
async function walk(root: string, folder: string, seen: ReadonlySet<string>, files: FileEntry[]): Promise<void> {
  const real = await realpath(folder).catch(() => null);
  if (real === null || seen.has(real) || !isWithin(root, real)) return;
  const names = await readdir(folder, { withFileTypes: true });
  const around = new Set([...seen, real]);
  const visit = async (entry: Dirent): Promise<void> => {
    if (SKIPPED.test(entry.name)) return;
    const full = join(folder, entry.name);
    if (entry.isDirectory()) return walk(root, full, around, files);
    const found = entry.isFile() ? await stat(full).catch(() => null) : await statInside(root, full);
    if (found?.isDirectory()) await walk(root, full, around, files);
    else if (found?.isFile()) files.push(toEntry(relative(root, full), found));
  };
  await Promise.all(names.map(visit));
}

function toEntry(path: string, { size, mtimeMs }: Stats): FileEntry {
  return { path: path.split(sep).join('/'), bytes: size, modified: mtimeMs };
}

async function statInside(root: string, full: string): Promise<Stats | null> {
  const real = await realpath(full).catch(() => null);
  return real !== null && isWithin(root, real) ? stat(real) : null;
}

async function readOrNull(full: string): Promise<Uint8Array | null> {
  try {
    return await readFile(full);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}

const cleared = new Set<string>();

/** An earlier crash may have left unfinished files in a folder; they go when it is first written to. */
async function removeLeftoversOnce(folder: string): Promise<void> {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  await removeLeftovers(folder);
}
