import { lstat, open, readdir, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { IoError } from '../model/ports.js';
import type { ByteSource, FolderEntry, PackageLimits, PackageSource } from '../model/ports.js';
import { errorCode, toIoError } from './io-error.js';

/** An untrusted package (folder or file), opened for reading. Links in it are not followed. Close it after use. */
export interface OpenPackage {
  readonly source: PackageSource;
  readonly close: () => Promise<void>;
}

/** Opens a package. `path` itself may be a link. Throws `IoError` if it does not exist. */
export async function openPackage(path: string, limits: PackageLimits): Promise<OpenPackage> {
  const full = resolve(path);
  try {
    if ((await stat(full)).isDirectory())
      return { source: await folderSource(full, limits), close: () => Promise.resolve() };
    const handle = await open(full);
    const bytes = byteSource(handle, (await handle.stat()).size);
    return { source: { kind: 'file', bytes }, close: () => handle.close() };
  } catch (error) {
    throw toIoError(path, error);
  }
}

function byteSource(handle: FileHandle, bytes: number): ByteSource {
  return {
    bytes,
    read: async (offset, length) => {
      const size = Math.max(0, Math.min(length, bytes - offset));
      const { buffer, bytesRead } = await handle.read(new Uint8Array(size), 0, size, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

async function folderSource(root: string, limits: PackageLimits): Promise<PackageSource> {
  const entries: FolderEntry[] = [];
  await walk(root, '', entries, limits.files);
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    kind: 'folder',
    name: basename(root),
    entries,
    read: (path) => readBounded(join(root, path), limits.fileBytes),
  };
}

/**
 * Lists everything below a folder, including hidden files. Stops when the limit is exceeded, which is a finding anyway.
 */
async function walk(root: string, folder: string, entries: FolderEntry[], limit: number): Promise<void> {
  for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
    if (entries.length > limit) return;
    const path = folder === '' ? item.name : `${folder}/${item.name}`;
    if (item.isDirectory()) {
      await walk(root, path, entries, limit);
      continue;
    }
    const kind = item.isFile() ? 'file' : item.isSymbolicLink() ? 'link' : 'other';
    entries.push({ path, bytes: (await lstat(join(root, path))).size, kind });
  }
}

/** Reads a file; rejects it if it exceeds the limit, since it may have grown after it was listed. */
async function readBounded(full: string, limit: number): Promise<Uint8Array> {
  try {
    const handle = await open(full);
    try {
      const { size } = await handle.stat();
      if (size > limit) throw new IoError(full, '文件太大，没有读');
      const { buffer, bytesRead } = await handle.read(new Uint8Array(size), 0, size, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof IoError) throw error;
    throw new IoError(full, `系统报告 ${errorCode(error)}`, { cause: error });
  }
}
