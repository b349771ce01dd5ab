import type { Diagnostic } from '../../model/diagnostic.js';
import { digestOf } from '../../runtime/digest.js';
import type { CharactersByRole, Disk, Faces } from '../../model/ports.js';
import type { BuildOptions } from '../build/options.js';
import type { Toolchain } from '../../model/ports.js';
import { readJson, toJson } from './json-file.js';
import type { BuildResult } from '../build/build-project.js';
import { changedPaths, readFileStates } from './file-states.js';
import type { FileState, FileStates } from './file-states.js';

/** A whole build as it ended, so that the next one sees in one comparison that there is nothing to do. */
export interface LastBuild {
  /** What was asked for: version, selection, formats, day. */
  readonly request: string;
  readonly inputs: FileStates;
  readonly outputs: FileStates;
  /** The characters that were printed, by role, and the digest of the faces found for them; null where nothing was. */
  readonly printing: {
    readonly characters: Readonly<Record<string, readonly string[]>>;
    readonly faces: string;
  } | null;
  /** All findings, of reading, checking and writing. */
  readonly diagnostics: readonly Diagnostic[];
  readonly outcome: BuildSummary;
  /** When this was written down, by the file system's clock. */
  readonly writtenAt: number;
}

/** What a summary tells of a build. */
export type BuildSummary = Pick<BuildResult, 'built' | 'unchanged' | 'failed' | 'pages' | 'faces' | 'equipped'>;

const FOLDER = '.hongtou';
const LAST = `${FOLDER}/last.json`;
const SHIPPED = 'shipped:';

type Pairs = readonly (readonly [string, FileState])[];
interface Stored extends Omit<LastBuild, 'inputs' | 'outputs' | 'writtenAt'> {
  readonly inputs: Pairs;
  readonly outputs: Pairs;
}

/** What the last build left; null where there is none that can be read. */
export async function readLastBuild(out: Disk): Promise<LastBuild | null> {
  const entry = (await out.list(FOLDER)).find(({ path }) => path === LAST);
  const stored = entry ? await readJson<Stored>(out, LAST) : null;
  if (!stored) return null;
  const { inputs, outputs, ...rest } = stored;
  return { ...rest, inputs: new Map(inputs), outputs: new Map(outputs), writtenAt: entry?.modified ?? 0 };
}

/** The digests of everything that a build reads from the two folders, taken before it reads them. */
export async function readInputStates(workspace: Disk, shipped: Disk, last: LastBuild | null): Promise<FileStates> {
  const known = last?.inputs ?? new Map<string, FileState>();
  const seenAt = last?.writtenAt ?? 0;
  const lists = [workspace.list('content'), workspace.list('templates').catch(() => []), shipped.list('templates')];
  const [content = [], templates = [], common = []] = await Promise.all(lists);
  const shippedFiles = common.map((file) => ({ ...file, path: `${SHIPPED}${file.path}` }));
  const renamed: Pick<Disk, 'read'> = { read: (path) => shipped.read(path.slice(SHIPPED.length)) };
  const own = await readFileStates(workspace, [...content, ...templates], known, seenAt);
  return new Map([...own, ...(await readFileStates(renamed, shippedFiles, known, seenAt))]);
}

/** Two builds with the same request want the same files of the same inputs. */
export function requestKey(
  { version }: Toolchain,
  { units, kinds, shard, formats }: BuildOptions,
  asOf: string,
): string {
  return JSON.stringify([version, units, kinds, shard, formats, asOf]);
}

/**
 * The last build once more, where neither what it read nor what it wrote nor the machine's faces have changed since;
 * else null. Times that could not be relied on, or that another machine gave, are written down for the next look.
 */
export async function reuseLastBuild(
  last: LastBuild,
  inputs: FileStates,
  request: string,
  out: Disk,
  toolchain: Toolchain,
): Promise<LastBuild | null> {
  if (last.request !== request || changedPaths(last.inputs, inputs).length > 0) return null;
  const outputs = await readOutputStates(out, last);
  if (changedPaths(last.outputs, outputs).length > 0) return null;
  if (last.printing && last.printing.faces !== (await facesDigest(toolchain, last.printing.characters))) return null;
  const { outcome } = last;
  const again = {
    ...last,
    inputs,
    outputs,
    outcome: { ...outcome, built: 0, unchanged: outcome.unchanged + outcome.built },
  };
  if (hasNewStates(last.inputs, inputs) || hasNewStates(last.outputs, outputs)) await writeLastBuild(out, again);
  return again;
}

function hasNewStates(before: FileStates, after: FileStates): boolean {
  return [...after].some(([path, stamp]) => before.get(path) !== stamp);
}

/** The digests that the files of the last build have now. */
export async function readOutputStates(out: Disk, last: LastBuild): Promise<FileStates> {
  const files = (await out.list('')).filter(({ path }) => last.outputs.has(path));
  return readFileStates(out, files, last.outputs, last.writtenAt);
}

async function facesDigest(
  toolchain: Toolchain,
  characters: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const { value } = await toolchain.findFaces(toSets(characters));
  return value ? digestOfFaces(value) : '';
}

/** The characters of a build as they are asked for. */
export function toSets(characters: Readonly<Record<string, readonly string[]>>): CharactersByRole {
  const sets = Object.entries(characters).map(([role, list]) => [role, new Set(list)] as const);
  return Object.fromEntries(sets) as unknown as CharactersByRole;
}

/** Which face serves what, whatever order the characters were met in. */
function digestOfFaces({ table, fallbacks, missing }: Faces): string {
  const sorted = (set: ReadonlySet<string>): readonly string[] => [...set].sort();
  const stepIns = Object.entries(fallbacks).map(([role, faces]) => [
    role,
    faces.map(({ family, digest, characters }) => [family, digest, sorted(characters)]),
  ]);
  return digestOf([table, stepIns, Object.entries(missing).map(([role, set]) => [role, sorted(set)])]);
}

/** Writes down how a build ended. One in which writing failed, or that could not begin, is not one to repeat. */
export async function recordLastBuild(
  out: Disk,
  request: string,
  inputs: FileStates,
  result: BuildResult,
  diagnostics: readonly Diagnostic[],
): Promise<void> {
  const { built, unchanged, failed, pages, faces, equipped, printing, artifacts } = result;
  if (!equipped || diagnostics.some(({ code }) => code === 'WRITE-FAILED')) return out.remove(LAST);
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

async function writeLastBuild(out: Disk, last: Omit<LastBuild, 'writtenAt'>): Promise<void> {
  await out.write(
    LAST,
    toJson({ ...last, writtenAt: undefined, inputs: [...last.inputs], outputs: [...last.outputs] }, 0),
  );
}
