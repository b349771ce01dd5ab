import { IoError } from '../../model/ports.js';
import type { ByteSource, FolderEntry, PackageLimits, PackageSource } from '../../model/ports.js';
import { extentOf, readDirectory, readEntry, ZipError } from '../zip/read.js';
import type { ZipDirectory, ZipEntry } from '../zip/read.js';
import { failure } from './finding.js';
import type { Finding } from './finding.js';

export interface TreeEntry extends FolderEntry {
  /** The DOS date and time of a ZIP entry; 0 in a folder, where times change with every copy. */
  readonly time: number;
}

/** The files of a package, in a folder or a ZIP. */
export interface FileTree {
  readonly form: 'folder' | 'zip';
  /** The name of the root folder; empty if unknown. */
  readonly root: string;
  readonly entries: readonly TreeEntry[];
  /** Findings about the container itself. */
  readonly findings: readonly Finding[];
  /** Reads a file. Throws `TreeError` if it cannot be read. */
  read(path: string): Promise<Uint8Array>;
}

/** A file of a tree cannot be read. The message is the reason, in Chinese. */
export class TreeError extends Error {}

/** Maximum size of a data descriptor, which streaming archivers write after the file data (APPNOTE 4.3.9). */
const DATA_DESCRIPTOR_BYTES = 16;
/** Unix file types: symbolic link, and regular file (0 if the archiver recorded none). */
const SYMBOLIC_LINK = 0o12;
const REGULAR_FILE = new Set([0, 0o10]);

/** Opens a folder or a ZIP as a file tree. */
export function openTree(source: PackageSource, limits: PackageLimits): Promise<FileTree> {
  return source.kind === 'folder' ? Promise.resolve(folderTree(source)) : openZip(source.bytes, limits);
}

function folderTree({ name, entries, read }: Extract<PackageSource, { kind: 'folder' }>): FileTree {
  const known = new Set(entries.filter(({ kind }) => kind === 'file').map(({ path }) => path));
  return {
    form: 'folder',
    root: name,
    entries: entries.map((entry) => ({ ...entry, time: 0 })),
    findings: [],
    read: async (path) => {
      if (!known.has(path)) throw new TreeError('没有这个文件');
      return read(path).catch((error: unknown) => {
        throw error instanceof IoError ? new TreeError(error.message) : error;
      });
    },
  };
}

/**
 * Opens a ZIP as a file tree. Nothing is unpacked to disk; no entry is read beyond the size in the central directory.
 */
export async function openZip(source: ByteSource, limits: PackageLimits): Promise<FileTree> {
  const directory = await readDirectory(source, limits.files);
  const listed = directory.entries.filter(({ path, bytes }) => !(path.endsWith('/') && bytes === 0));
  const root = commonRoot(listed.map(({ path }) => path));
  const relativePath = (path: string): string => (root === '' ? path : path.slice(root.length + 1));
  const byPath = new Map(listed.map((entry) => [relativePath(entry.path), entry]));
  const layout = directory.fault === '' ? await inspectLayout(source, directory, relativePath) : [];
  const broken = directory.fault === '' ? [] : [failure('ZIP-BROKEN', '可用性', '', `ZIP ${directory.fault}`)];
  return {
    form: 'zip',
    root,
    entries: listed.map((entry) => toTreeEntry(entry, relativePath(entry.path))),
    findings: [...broken, ...layout, ...duplicateEntries(listed.map(({ path }) => relativePath(path)))],
    read: (path) => readZipEntry(source, byPath.get(path), limits),
  };
}

function toTreeEntry({ bytes, unixKind, time }: ZipEntry, path: string): TreeEntry {
  const kind = unixKind === SYMBOLIC_LINK ? 'link' : REGULAR_FILE.has(unixKind) ? 'file' : 'other';
  return { path, bytes, kind, time };
}

async function readZipEntry(
  source: ByteSource,
  entry: ZipEntry | undefined,
  limits: PackageLimits,
): Promise<Uint8Array> {
  if (!entry) throw new TreeError('没有这个文件');
  try {
    return await readEntry(source, entry, limits.fileBytes);
  } catch (error) {
    if (error instanceof ZipError) throw new TreeError(error.message);
    throw error;
  }
}

/** The top-level folder that all paths share; empty if there is none. */
function commonRoot(paths: readonly string[]): string {
  const [first = ''] = paths;
  const root = first.includes('/') ? first.slice(0, first.indexOf('/')) : '';
  return root !== '' && root !== 'data' && paths.every((path) => path.startsWith(`${root}/`)) ? root : '';
}

function duplicateEntries(paths: readonly string[]): readonly Finding[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => {
    if (!seen.has(path)) {
      seen.add(path);
      return [];
    }
    return [failure('ZIP-TWICE', '真实性', path, '在 ZIP 里出现了两次，不同的软件会打开不同的那一份')];
  });
}

/** Checks that local records are contiguous: gaps can hide data, and overlaps are used for ZIP bombs. */
async function inspectLayout(
  source: ByteSource,
  { entries, slack, start }: ZipDirectory,
  relativePath: (path: string) => string,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    const path = relativePath(entry.path);
    const extent = await extentOf(source, entry).catch((error: unknown) => {
      if (!(error instanceof ZipError)) throw error;
      findings.push(failure('ZIP-ENTRY', '真实性', path, `ZIP 里的${error.message}`));
      return null;
    });
    if (extent && entry.offset < end)
      findings.push(failure('ZIP-OVERLAP', '安全性', path, 'ZIP 里的记录互相重叠，可能是压缩炸弹'));
    else if (extent && entry.offset > end && entry.offset - end > DATA_DESCRIPTOR_BYTES)
      findings.push(failure('ZIP-GAP', '安全性', path, `ZIP 里这个文件前面藏有 ${entry.offset - end} 字节不明内容`));
    end = Math.max(end, extent?.[1] ?? entry.offset);
  }
  if (slack + Math.max(0, start - end - DATA_DESCRIPTOR_BYTES) > 0)
    findings.push(failure('ZIP-GAP', '安全性', '', 'ZIP 末尾有不属于任何文件的内容'));
  return findings;
}
