import type { Artifact } from '../../model/artifact.js';
import { checked, collect } from '../../model/diagnostic.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import { IoError } from '../../model/ports.js';
import type { Disk } from '../../model/ports.js';
import type { ArtifactKey } from './task.js';
import { readJson, toJson } from '../cache/json-file.js';

/** What the last build left: the manifest, and for each artifact the key of everything it was made from. */
export interface BuildManifest {
  readonly artifacts: ReadonlyMap<string, Artifact>;
  readonly keys: ReadonlyMap<string, ArtifactKey>;
}

const MANIFEST = 'manifest.json';
const KEYS = '.hongtou/keys.json';

/** A record that is not there or cannot be read is an empty one: the worst that follows is a rebuild. */
export async function readBuildManifest(out: Disk): Promise<BuildManifest> {
  const manifest = await readJson<{ readonly artifacts?: readonly Artifact[] }>(out, MANIFEST);
  const keys = await readJson<Readonly<Record<string, ArtifactKey>>>(out, KEYS);
  return {
    artifacts: new Map((manifest?.artifacts ?? []).map((artifact) => [artifact.path, artifact])),
    keys: new Map(Object.entries(keys ?? {})),
  };
}

/** A file that a build stands by, made now or before. */
export interface ManifestEntry {
  readonly artifact: Artifact;
  /** Null where it is not known what the file was made from; the next build makes it anew. */
  readonly key: ArtifactKey | null;
}

/** Which files a build was about, and which may be there besides. */
export interface ManifestScope {
  readonly expected: readonly string[];
  readonly known: readonly string[];
}

/**
 * Makes folder and record say the same: what was made is listed; what a selected document no longer has, and what
 * belongs to no document any more, is removed; the rest stays as it was. What cannot be removed, because another program
 * has it open, stays listed, so that the next build tries again. Returns what the manifest then lists.
 */
export async function reconcile(
  out: Disk,
  before: BuildManifest,
  made: readonly ManifestEntry[],
  scope: ManifestScope,
): Promise<Checked<readonly Artifact[]>> {
  const now = new Map(made.map((item) => [item.artifact.path, item]));
  const expected = new Set(scope.expected);
  const known = new Set(scope.known);
  const isKept = (path: string): boolean => known.has(path) && !expected.has(path);
  const kept: ManifestEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const artifact of before.artifacts.values()) {
    const { path } = artifact;
    if (now.has(path) && !isKept(path)) continue;
    if (isKept(path) || !collect(diagnostics, await tryRemove(out, path)))
      kept.push({ artifact, key: before.keys.get(path) ?? null });
  }
  return { value: await writeBuildManifest(out, [...kept, ...made]), diagnostics };
}

/** Whether a file is gone. */
async function tryRemove(out: Disk, path: string): Promise<Checked<boolean>> {
  try {
    await out.remove(path);
    return checked(true);
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    return {
      value: false,
      diagnostics: [{ code: 'WRITE-FAILED', severity: 'error', message: error.message, subject: path }],
    };
  }
}

/** Writes the manifest and the keys of all files of an out folder. Returns what the manifest lists. */
export async function writeBuildManifest(out: Disk, made: readonly ManifestEntry[]): Promise<readonly Artifact[]> {
  const sorted = [...made].sort((a, b) => compare(a.artifact.path, b.artifact.path));
  const artifacts = sorted.map(({ artifact }) => artifact);
  const keys = sorted.map(({ artifact, key }) => [artifact.path, key]);
  await out.write(MANIFEST, toJson({ artifacts }, 2));
  await out.write(KEYS, toJson(Object.fromEntries(keys) as object, 0));
  return artifacts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
