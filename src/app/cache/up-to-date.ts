import type { Diagnostic } from '../../model/diagnostic.js';
import { digestOf } from '../../runtime/digest.js';
import type { CharactersByRole, Disk, Faces } from '../../model/ports.js';
import type { BuildOptions } from '../build/options.js';
import type { Toolchain } from '../../model/ports.js';
import { readJson, toJson } from './json-file.js';
import type { BuildResult } from '../build/build-project.js';
import { changedPaths, readFileStates } from './file-states.js';
import type { FileState, FileStates } from './file-states.js';

/**
 * The record of a complete build. The next build compares it with the current state to see whether there is nothing to
 * do.
 */
export interface LastBuild {
  /** The request: version, selection, formats, date. */
  readonly request: string;
  readonly inputs: FileStates;
  readonly outputs: FileStates;
  /** The printed characters by role, and the digest of the faces found for them; null if nothing was printed. */
  readonly printing: {
    readonly characters: Readonly<Record<string, readonly string[]>>;
    readonly faces: string;
  } | null;
  /** All findings of reading, checking and writing. */
  readonly diagnostics: readonly Diagnostic[];
  readonly outcome: BuildSummary;
  /** The time when the record was written, by the file system's clock. */
  readonly writtenAt: number;
}

/** The facts of a build that its summary prints. */
export type BuildSummary = Pick<BuildResult, 'built' | 'unchanged' | 'failed' | 'pages' | 'faces' | 'equipped'>;

const FOLDER = '.hongtou';
const LAST_BUILD = `${FOLDER}/last.json`;
const SHIPPED_PREFIX = 'shipped:';

type Pairs = readonly (readonly [string, FileState])[];
interface Stored extends Omit<LastBuild, 'inputs' | 'outputs' | 'writtenAt'> {
  readonly inputs: Pairs;
  readonly outputs: Pairs;
}

/** The record of the last build; null if there is none or it cannot be read. */
export async function readLastBuild(out: Disk): Promise<LastBuild | null> {
  const entry = (await out.list(FOLDER)).find(({ path }) => path === LAST_BUILD);
  const stored = entry ? await readJson<Stored>(out, LAST_BUILD) : null;
  if (!stored) return null;
  const { inputs, outputs, ...rest } = stored;
  return { ...rest, inputs: new Map(inputs), outputs: new Map(outputs), writtenAt: entry?.modified ?? 0 };
}

/** The states of all files that a build reads from the two folders, taken before the build reads them. */
export async function readInputStates(
  workspace: Disk,
  shipped: Disk,
  lastBuild: LastBuild | null,
): Promise<FileStates> {
  const recorded = lastBuild?.inputs ?? new Map<string, FileState>();
  const recordedAt = lastBuild?.writtenAt ?? 0;
  const lists = [workspace.list('content'), workspace.list('templates').catch(() => []), shipped.list('templates')];
  const [content = [], templates = [], common = []] = await Promise.all(lists);
  const shippedFiles = common.map((file) => ({ ...file, path: `${SHIPPED_PREFIX}${file.path}` }));
  const renamed: Pick<Disk, 'read'> = { read: (path) => shipped.read(path.slice(SHIPPED_PREFIX.length)) };
  const workspaceStates = await readFileStates(workspace, [...content, ...templates], recorded, recordedAt);
  return new Map([...workspaceStates, ...(await readFileStates(renamed, shippedFiles, recorded, recordedAt))]);
}

/** Builds with equal request keys produce the same files from the same inputs. */
export function requestKey(
  { version }: Toolchain,
  { units, kinds, shard, formats }: BuildOptions,
  asOf: string,
): string {
  return JSON.stringify([version, units, kinds, shard, formats, asOf]);
}

/**
 * Returns the last build if its inputs, its outputs and the machine's faces are unchanged; otherwise null. File times
 * that were not reliable, or came from another machine, are updated in the record.
 */
export async function reuseLastBuild(
  lastBuild: LastBuild,
  inputs: FileStates,
  request: string,
  out: Disk,
  toolchain: Toolchain,
): Promise<LastBuild | null> {
  if (lastBuild.request !== request || changedPaths(lastBuild.inputs, inputs).length > 0) return null;
  const outputs = await readOutputStates(out, lastBuild);
  if (changedPaths(lastBuild.outputs, outputs).length > 0) return null;
  if (lastBuild.printing && lastBuild.printing.faces !== (await facesDigest(toolchain, lastBuild.printing.characters)))
    return null;
  const { outcome } = lastBuild;
  const reused = {
    ...lastBuild,
    inputs,
    outputs,
    outcome: { ...outcome, built: 0, unchanged: outcome.unchanged + outcome.built },
  };
  if (hasNewStates(lastBuild.inputs, inputs) || hasNewStates(lastBuild.outputs, outputs))
    await writeLastBuild(out, reused);
  return reused;
}

function hasNewStates(before: FileStates, after: FileStates): boolean {
  return [...after].some(([path, state]) => before.get(path) !== state);
}

/** The current states of the files of the last build. */
export async function readOutputStates(out: Disk, lastBuild: LastBuild): Promise<FileStates> {
  const files = (await out.list('')).filter(({ path }) => lastBuild.outputs.has(path));
  return readFileStates(out, files, lastBuild.outputs, lastBuild.writtenAt);
}

async function facesDigest(
  toolchain: Toolchain,
  characters: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const { value } = await toolchain.findFaces(toCharacterSets(characters));
  return value ? digestOfFaces(value) : '';
}

/** Characters by role as sets. */
export function toCharacterSets(characters: Readonly<Record<string, readonly string[]>>): CharactersByRole {
  const sets = Object.entries(characters).map(([role, list]) => [role, new Set(list)] as const);
  return Object.fromEntries(sets) as unknown as CharactersByRole;
}

/** The digest of the faces and the characters that each serves, independent of the order of the characters. */
function digestOfFaces({ table, fallbacks, missing }: Faces): string {
  const sorted = (set: ReadonlySet<string>): readonly string[] => [...set].sort();
  const fallbackFaces = Object.entries(fallbacks).map(([role, faces]) => [
    role,
    faces.map(({ family, digest, characters }) => [family, digest, sorted(characters)]),
  ]);
  return digestOf([table, fallbackFaces, Object.entries(missing).map(([role, set]) => [role, sorted(set)])]);
}

/** Writes the record of a build. A build in which writing failed, or that could not print, is not recorded. */
export async function recordLastBuild(
  out: Disk,
  request: string,
  inputs: FileStates,
  result: BuildResult,
  diagnostics: readonly Diagnostic[],
): Promise<void> {
  const { built, unchanged, failed, pages, faces, equipped, printing, artifacts } = result;
  if (!equipped || diagnostics.some(({ code }) => code === 'WRITE-FAILED')) return out.remove(LAST_BUILD);
  const written = new Map(artifacts.map(({ path, sha256 }) => [path, sha256]));
  const outputs = (await out.list('')).flatMap(({ path, bytes, modified = 0 }): [string, FileState][] => {
    const sha256 = written.get(path);
    return sha256 === undefined ? [] : [[path, { bytes, modified, sha256 }]];
  });
  const characters = Object.entries(printing?.characters ?? {}).map(([role, set]) => [role, [...set]] as const);
  await writeLastBuild(out, {
    request,
    inputs,
    outputs: new Map(outputs),
    printing: printing && { characters: Object.fromEntries(characters), faces: digestOfFaces(printing.faces) },
    diagnostics,
    outcome: { built, unchanged, failed, pages, faces, equipped },
  });
}

async function writeLastBuild(out: Disk, lastBuild: Omit<LastBuild, 'writtenAt'>): Promise<void> {
  await out.write(
    LAST_BUILD,
    toJson({ ...lastBuild, writtenAt: undefined, inputs: [...lastBuild.inputs], outputs: [...lastBuild.outputs] }, 0),
  );
}
