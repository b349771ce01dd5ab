import { lstat, open, readdir, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { LIMITS } from '../filing/verify/limits.js';
import { openZip, TreeError } from '../filing/verify/tree.js';
import type { FileTree, TreeEntry } from '../filing/verify/tree.js';
import type { ByteSource } from '../filing/zip/read.js';
import { errorCode, toIoError } from './io-error.js';

/** A stranger's package, folder or ZIP, opened for reading only. No link in it is followed. Close it after use. */
export interface OpenPackage {
  readonly tree: FileTree;
  readonly close: () => Promise<void>;
}

/** Throws `IoError` where there is nothing at the path. A link at the path itself was pointed at, and is followed. */
export async function openPackage(path: string): Promise<OpenPackage> {
  const full = resolve(path);
  try {
    if ((await stat(full)).isDirectory()) return { tree: await folderTree(full), close: () => Promise.resolve() };
    const handle = await open(full);
    const close = (): Promise<void> => handle.close();
    try {
      return { tree: await openZip(sourceOf(handle, (await handle.stat()).size), LIMITS), close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    throw toIoError(path, error);
  }
}

function sourceOf(handle: FileHandle, bytes: number): ByteSource {
  return {
    bytes,
    read: async (offset, length) => {
      const size = Math.max(0, Math.min(length, bytes - offset));
      const { buffer, bytesRead } = await handle.read(new Uint8Array(size), 0, size, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

async function folderTree(root: string): Promise<FileTree> {
  const entries: TreeEntry[] = [];
  await walk(root, '', entries);
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  const known = new Set(entries.filter(({ kind }) => kind === 'file').map(({ path }) => path));
  return {
    form: 'folder',
    root: basename(root),
    entries,
    findings: [],
    read: async (path) => {
      if (!known.has(path)) throw new TreeError('没有这个文件');
      return readBounded(join(root, path));
    },
  };
}

/** Everything below a folder, hidden files too; one file more than the limit ends the walk, for it is too many anyway. */
async function walk(root: string, below: string, entries: TreeEntry[]): Promise<void> {
  for (const item of await readdir(join(root, below), { withFileTypes: true })) {
    if (entries.length > LIMITS.files) return;
    const path = below === '' ? item.name : `${below}/${item.name}`;
    if (item.isDirectory()) {
      await walk(root, path, entries);
      continue;
    }
    const kind = item.isFile() ? 'file' : item.isSymbolicLink() ? 'link' : 'other';
    entries.push({ path, bytes: (await lstat(join(root, path))).size, kind, time: 0 });
  }
}

/** A file that grew since it was listed is not read beyond the limit. */
async function readBounded(full: string): Promise<Uint8Array> {
  try {
    const handle = await open(full);
    try {
      const { size } = await handle.stat();
      if (size > LIMITS.fileBytes) throw new TreeError('文件太大，没有读');
      const { buffer, bytesRead } = await handle.read(new Uint8Array(size), 0, size, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof TreeError) throw error;
    throw new TreeError(`系统报告 ${errorCode(error)}`);
  }
}
