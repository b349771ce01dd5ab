import type { Diagnostic } from '../../model/diagnostic.js';
import { digestOf } from '../../runtime/digest.js';
import type { CharactersByRole, Disk, Faces } from '../../model/ports.js';
import type { BuildOptions } from '../build/options.js';
import type { Toolchain } from '../../model/ports.js';
import { LAST_BUILD_GROUP } from './groups.js';
import type { EntryId, Inputs, Store } from './store.js';
import type { BuildResult } from '../build/build-project.js';
import { changedPaths, readFileStates } from './file-states.js';
import type { FileState, FileStates } from './file-states.js';

/**
 * The record of a complete build. The next build compares it with the current state to see whether there is nothing to
 * do.
 */
export interface LastBuild {
  readonly inputs: FileStates;
  readonly outputs: FileStates;
  /** The printed characters by role; null if nothing was printed. */
  readonly characters: Readonly<Record<string, readonly string[]>> | null;
  /** All findings of reading, checking and writing. */
  readonly diagnostics: readonly Diagnostic[];
  readonly outcome: BuildSummary;
  /** The time when the record was written, by the file system's clock. */
  readonly writtenAt: number;
}

/** The facts of a build that its summary prints. */
export type BuildSummary = Pick<BuildResult, 'built' | 'unchanged' | 'failed' | 'pages' | 'faces' | 'equipped'>;

const LAST_BUILD: EntryId = { stage: 'build', group: LAST_BUILD_GROUP, name: 'last' };
const SHIPPED_PREFIX = 'shipped:';

type Pairs = readonly (readonly [string, FileState])[];
interface Stored extends Omit<LastBuild, 'inputs' | 'outputs' | 'writtenAt'> {
  readonly inputs: Pairs;
  readonly outputs: Pairs;
}

/** The record of the last build; null if there is none. */
export async function readLastBuild(store: Store): Promise<LastBuild | null> {
  await store.load([LAST_BUILD_GROUP]);
  const entry = store.entryOf<Stored>(LAST_BUILD);
  if (!entry) return null;
  const { inputs, outputs, ...rest } = entry.value;
  const writtenAt = await store.writtenAt(LAST_BUILD_GROUP);
  return { ...rest, inputs: new Map(inputs), outputs: new Map(outputs), writtenAt };
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
export function requestKey({ units, kinds, shard, formats }: BuildOptions, asOf: string): string {
  return digestOf([units, kinds, shard, formats, asOf]);
}

/**
 * Returns the last build if its inputs, its outputs and the machine's faces are unchanged; otherwise null. File times
 * that were not reliable, or came from another machine, are updated in the record.
 */
export async function reuseLastBuild(
  lastBuild: LastBuild,
  inputs: FileStates,
  request: string,
  store: Store,
  out: Disk,
  toolchain: Toolchain,
): Promise<LastBuild | null> {
  // Most builds that cannot be reused differ in their inputs, so the outputs are not read for them.
  if (changedPaths(lastBuild.inputs, inputs).length > 0) return null;
  const { outcome, characters } = lastBuild;
  const outputs = await readOutputStates(out, lastBuild);
  const faces = characters && (await toolchain.findFaces(toCharacterSets(characters))).value;
  const now = inputsOf(request, inputs, outputs, faces);
  if (!store.recall(LAST_BUILD, (input) => now[input] ?? '')) return null;
  const reused = {
    ...lastBuild,
    inputs,
    outputs,
    outcome: { ...outcome, built: 0, unchanged: outcome.unchanged + outcome.built },
  };
  if (hasNewStates(lastBuild.inputs, inputs) || hasNewStates(lastBuild.outputs, outputs))
    await writeLastBuild(store, now, reused);
  return reused;
}

/** What the outcome of a build depends on. */
function inputsOf(request: string, inputs: FileStates, outputs: FileStates, faces: Faces | null): Inputs {
  const digest = (states: FileStates): string =>
    digestOf([...states].map(([path, { sha256 }]) => [path, sha256]).sort());
  return { request, inputs: digest(inputs), outputs: digest(outputs), faces: faces ? digestOfFaces(faces) : '' };
}

function hasNewStates(before: FileStates, after: FileStates): boolean {
  return [...after].some(([path, state]) => before.get(path) !== state);
}

/** The current states of the files of the last build. */
export async function readOutputStates(out: Disk, lastBuild: LastBuild): Promise<FileStates> {
  const files = (await out.list('')).filter(({ path }) => lastBuild.outputs.has(path));
  return readFileStates(out, files, lastBuild.outputs, lastBuild.writtenAt);
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
  store: Store,
  out: Disk,
  request: string,
  inputs: FileStates,
  result: BuildResult,
  diagnostics: readonly Diagnostic[],
): Promise<void> {
  const { built, unchanged, failed, pages, faces, equipped, printing, artifacts } = result;
  if (!equipped || diagnostics.some(({ code }) => code === 'WRITE-FAILED')) {
    store.retain('build', new Set());
    return store.save();
  }
  const written = new Map(artifacts.map(({ path, sha256 }) => [path, sha256]));
  const outputs = (await out.list('')).flatMap(({ path, bytes, modified = 0 }): [string, FileState][] => {
    const sha256 = written.get(path);
    return sha256 === undefined ? [] : [[path, { bytes, modified, sha256 }]];
  });
  const characters = Object.entries(printing?.characters ?? {}).map(([role, set]) => [role, [...set]] as const);
  const states = new Map(outputs);
  await writeLastBuild(store, inputsOf(request, inputs, states, printing?.faces ?? null), {
    inputs,
    outputs: states,
    characters: printing && Object.fromEntries(characters),
    diagnostics,
    outcome: { built, unchanged, failed, pages, faces, equipped },
  });
}

async function writeLastBuild(
  store: Store,
  declared: Inputs,
  { inputs, outputs, characters, diagnostics, outcome }: Omit<LastBuild, 'writtenAt'>,
): Promise<void> {
  const stored: Stored = { inputs: [...inputs], outputs: [...outputs], characters, diagnostics, outcome };
  store.remember(LAST_BUILD, declared, stored);
  await store.save();
}
