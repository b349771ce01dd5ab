import { sha256 } from '../../runtime/digest.js';
import type { Disk, FileEntry } from '../../model/ports.js';

/** A file as it was seen: its digest, and by what to tell cheaply that it has not been touched since. */
export interface FileState {
  readonly bytes: number;
  /** Zero where the time cannot be relied on, so that the next look reads the file. */
  readonly modified: number;
  readonly sha256: string;
}
export type FileStates = ReadonlyMap<string, FileState>;

/** How coarse a file system's clock may be: a file changed in the same moment twice would look untouched. */
const COARSE = 2000;
/** Files that are read at a time. */
const READERS = 16;

/**
 * The digests of files that were listed. A file whose size and time are those of its `known` stamp is not read again;
 * `seenAt` is when the known stamps were written down.
 */
export async function readFileStates(
  disk: Pick<Disk, 'read'>,
  files: readonly FileEntry[],
  known: FileStates,
  seenAt: number,
): Promise<FileStates> {
  const stamps = new Map<string, FileState>();
  for (const { path } of files) stamps.set(path, { bytes: 0, modified: 0, sha256: '' });
  const rest = files.values();
  const reader = async (): Promise<void> => {
    for (const file of rest) {
      const stamp = untouched(file, known.get(file.path), seenAt) ?? (await readStamp(disk, file));
      stamps.set(file.path, stamp);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return stamps;
}

function untouched({ bytes, modified = 0 }: FileEntry, known: FileState | undefined, seenAt: number): FileState | null {
  const isSame = known !== undefined && modified !== 0 && known.modified === modified && known.bytes === bytes;
  return isSame && modified < seenAt - COARSE ? known : null;
}

async function readStamp(disk: Pick<Disk, 'read'>, { path, bytes, modified = 0 }: FileEntry): Promise<FileState> {
  const content = await disk.read(path);
  return { bytes, modified, sha256: content === null ? '' : sha256(content) };
}

/** The paths whose digests differ, those that are on one side only included, sorted. */
export function changedPaths(before: FileStates, after: FileStates): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.filter((path) => before.get(path)?.sha256 !== after.get(path)?.sha256).sort();
}
