import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IoError, type Disk } from '../../src/model/ports.js';

/** A `Disk` in memory, with the same rules about paths and order as the real one. */
export interface MemoryDisk extends Disk {
  /** Every file as text, sorted by path. */
  texts(): ReadonlyMap<string, string>;
}

const HIDDEN = /(^|\/)(\.|node_modules(\/|$))/;

export function memoryDisk(files: Readonly<Record<string, string | Uint8Array>> = {}): MemoryDisk {
  const store = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(files)) store.set(inside(path), toBytes(content));
  const sorted = (): readonly (readonly [string, Uint8Array])[] => [...store].sort(([a], [b]) => (a < b ? -1 : 1));
  const guarded = <T>(path: string, work: (full: string) => T): Promise<T> =>
    new Promise((resolve) => {
      resolve(work(inside(path)));
    });
  return {
    list: (folder) =>
      guarded(folder, (full) =>
        sorted()
          .filter(([path]) => (full === '' || path.startsWith(`${full}/`)) && !HIDDEN.test(path.slice(full.length)))
          .map(([path, bytes]) => ({ path, bytes: bytes.length })),
      ),
    read: (path) => guarded(path, (full) => store.get(full) ?? null),
    write: (path, bytes) =>
      guarded(path, (full) => {
        if (sorted().some(([other]) => other.startsWith(`${full}/`)))
          throw new IoError(path, `${path}：这里应是文件，却是一个文件夹。`);
        store.set(full, Uint8Array.from(bytes));
      }),
    remove: (path) => guarded(path, (full) => void store.delete(full)),
    texts: () => new Map(sorted().map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])),
  };
}

function inside(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) throw new IoError(path, `${path}：路径指到了工作区外面。`);
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  if (path.startsWith('/')) throw new IoError(path, `${path}：路径指到了工作区外面。`);
  return parts.join('/');
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The files below a folder as texts, by their paths from `root`. */
export function filesBelow(root: string, folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]));
}
