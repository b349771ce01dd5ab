import type { Artifact } from '../../model/artifact.js';
import { checked, collect } from '../../model/diagnostic.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import { IoError } from '../../model/ports.js';
import type { Disk } from '../../model/ports.js';
import type { ArtifactKey } from './task.js';
import { readJson, toJson } from '../cache/json-file.js';

/** The manifest of the last build, and the key of each artifact. */
export interface BuildManifest {
  readonly artifacts: ReadonlyMap<string, Artifact>;
  readonly keys: ReadonlyMap<string, ArtifactKey>;
}

const MANIFEST = 'manifest.json';
const KEYS = '.hongtou/keys.json';

/** A missing or unreadable manifest counts as empty; the consequence is a rebuild. */
export async function readBuildManifest(out: Disk): Promise<BuildManifest> {
  const manifest = await readJson<{ readonly artifacts?: readonly Artifact[] }>(out, MANIFEST);
  const keys = await readJson<Readonly<Record<string, ArtifactKey>>>(out, KEYS);
  return {
    artifacts: new Map((manifest?.artifacts ?? []).map((artifact) => [artifact.path, artifact])),
    keys: new Map(Object.entries(keys ?? {})),
  };
}

/** A file that the manifest lists, written by this build or an earlier one. */
export interface ManifestEntry {
  readonly artifact: Artifact;
  /** Null if the key is unknown; the next build writes the file again. */
  readonly key: ArtifactKey | null;
}

/**
 * The files of the selected documents (`expected`), and the files that any document of the project may have (`known`).
 */
export interface ManifestScope {
  readonly expected: readonly string[];
  readonly known: readonly string[];
}

/**
 * Synchronises the out folder and the manifest. Files that were written are listed. Files that a selected document no
 * longer has, and files that belong to no document, are removed. Other files stay. A file that cannot be removed,
 * because another program has it open, stays listed, so that the next build tries again. Returns the artifacts that the
 * manifest then lists.
 */
export async function reconcile(
  out: Disk,
  before: BuildManifest,
  entries: readonly ManifestEntry[],
  scope: ManifestScope,
): Promise<Checked<readonly Artifact[]>> {
  const now = new Map(entries.map((item) => [item.artifact.path, item]));
  const expected = new Set(scope.expected);
  const known = new Set(scope.known);
  const isOutOfScope = (path: string): boolean => known.has(path) && !expected.has(path);
  const retained: ManifestEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const artifact of before.artifacts.values()) {
    const { path } = artifact;
    if (now.has(path) && !isOutOfScope(path)) continue;
    if (isOutOfScope(path) || !collect(diagnostics, await removeFile(out, path)))
      retained.push({ artifact, key: before.keys.get(path) ?? null });
  }
  return { value: await writeBuildManifest(out, [...retained, ...entries]), diagnostics };
}

/** Removes a file and returns whether it is gone. */
async function removeFile(out: Disk, path: string): Promise<Checked<boolean>> {
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

/** Writes the manifest and the keys of all files of an out folder. Returns the artifacts of the manifest. */
export async function writeBuildManifest(out: Disk, entries: readonly ManifestEntry[]): Promise<readonly Artifact[]> {
  const sorted = [...entries].sort((a, b) => compare(a.artifact.path, b.artifact.path));
  const artifacts = sorted.map(({ artifact }) => artifact);
  const keys = sorted.map(({ artifact, key }) => [artifact.path, key]);
  await out.write(MANIFEST, toJson({ artifacts }, 2));
  await out.write(KEYS, toJson(Object.fromEntries(keys) as object, 0));
  return artifacts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
