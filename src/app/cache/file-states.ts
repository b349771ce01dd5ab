import { sha256 } from '../../runtime/digest.js';
import type { Disk, FileEntry } from '../../model/ports.js';

/**
 * The state of a file: its digest, and the size and time by which an untouched file is recognised without reading it.
 */
export interface FileState {
  readonly bytes: number;
  /** Modification time; zero if it is not reliable, so that the file is read next time. */
  readonly modified: number;
  readonly sha256: string;
}
export type FileStates = ReadonlyMap<string, FileState>;

/** Resolution of a file system's clock in milliseconds: a file changed twice within it would seem untouched. */
const CLOCK_TOLERANCE_MS = 2000;
/** Number of files that are read at a time. */
const CONCURRENCY = 16;

/**
 * The states of the listed files. A file whose size and time equal its `recorded` state is not read again; `recordedAt`
 * is the time when the recorded states were written.
 */
export async function readFileStates(
  disk: Pick<Disk, 'read'>,
  files: readonly FileEntry[],
  recorded: FileStates,
  recordedAt: number,
): Promise<FileStates> {
  const states = new Map<string, FileState>();
  for (const { path } of files) states.set(path, { bytes: 0, modified: 0, sha256: '' });
  const rest = files.values();
  const reader = async (): Promise<void> => {
    for (const file of rest) {
      const state = stateIfUntouched(file, recorded.get(file.path), recordedAt) ?? (await readState(disk, file));
      states.set(file.path, state);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, reader));
  return states;
}

function stateIfUntouched(
  { bytes, modified = 0 }: FileEntry,
  recorded: FileState | undefined,
  recordedAt: number,
): FileState | null {
  const isSame = recorded !== undefined && modified !== 0 && recorded.modified === modified && recorded.bytes === bytes;
  return isSame && modified < recordedAt - CLOCK_TOLERANCE_MS ? recorded : null;
}

async function readState(disk: Pick<Disk, 'read'>, { path, bytes, modified = 0 }: FileEntry): Promise<FileState> {
  const content = await disk.read(path);
  return { bytes, modified, sha256: content === null ? '' : sha256(content) };
}

/** The paths whose digests differ, including paths on one side only, sorted. */
export function changedPaths(before: FileStates, after: FileStates): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.filter((path) => before.get(path)?.sha256 !== after.get(path)?.sha256).sort();
}
