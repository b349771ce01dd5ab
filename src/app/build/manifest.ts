import type { Artifact } from '../../model/artifact.js';
import { checked, collectDiagnostics } from '../../model/diagnostic.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import { IoError } from '../../model/ports.js';
import type { Disk } from '../../model/ports.js';
import { groupOfUnit } from '../cache/groups.js';
import type { EntryId, Inputs, Store } from '../cache/store.js';
import type { ArtifactKey } from './task.js';

/** The manifest of the last build, and the key of each artifact whose key is known. */
export interface BuildManifest {
  readonly artifacts: ReadonlyMap<string, Artifact>;
  readonly keys: ReadonlyMap<string, ArtifactKey>;
}

const MANIFEST = 'manifest.json';

/** The artifacts that the manifest lists, by path. A missing or unreadable manifest counts as empty. */
export async function readArtifacts(out: Disk): Promise<BuildManifest['artifacts']> {
  const bytes = await out.read(MANIFEST);
  const artifacts = bytes ? artifactsIn(new TextDecoder().decode(bytes)) : [];
  return new Map(artifacts.map((artifact) => [artifact.path, artifact]));
}

function artifactsIn(json: string): readonly Artifact[] {
  try {
    return (JSON.parse(json) as { readonly artifacts?: readonly Artifact[] } | null)?.artifacts ?? [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** The manifest, with the inputs that the store has for each artifact as its key. */
export async function readBuildManifest(out: Disk, store: Store): Promise<BuildManifest> {
  const artifacts = await readArtifacts(out);
  await store.load([...artifacts.values()].map(({ unit }) => groupOfUnit(unit)));
  const keys = [...artifacts.values()].flatMap((artifact) => {
    const entry = store.entryOf<string>(idOf(artifact));
    // An entry for other bytes is not about this artifact.
    return entry?.value === artifact.sha256 ? [[artifact.path, toKey(entry.inputs)] as const] : [];
  });
  return { artifacts, keys: new Map(keys) };
}

/** The digest of an artifact is stored under the key that it was written with. */
function idOf({ path, unit }: Artifact): EntryId {
  return { stage: 'write', group: groupOfUnit(unit), name: path };
}

function toKey(inputs: Inputs): ArtifactKey {
  const { document = '', images = '', style = '', faces = '', program = '' } = inputs;
  return { document, images, style, faces, program };
}

/** A file that the manifest lists, written by this build or an earlier one. */
export interface ManifestEntry {
  readonly artifact: Artifact;
  /** Null if this build did not compute it; the store may have the key of an earlier build. */
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
  store: Store,
  before: BuildManifest['artifacts'],
  entries: readonly ManifestEntry[],
  scope: ManifestScope,
): Promise<Checked<readonly Artifact[]>> {
  const now = new Map(entries.map((item) => [item.artifact.path, item]));
  const expected = new Set(scope.expected);
  const known = new Set(scope.known);
  const isOutOfScope = (path: string): boolean => known.has(path) && !expected.has(path);
  const retained: ManifestEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const artifact of before.values()) {
    const { path } = artifact;
    if (now.has(path) && !isOutOfScope(path)) continue;
    if (isOutOfScope(path) || !collectDiagnostics(diagnostics, await removeFile(out, path)))
      retained.push({ artifact, key: null });
  }
  return { value: await writeBuildManifest(out, store, [...retained, ...entries]), diagnostics };
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

/** Writes the manifest of an out folder and stores the keys. Returns the artifacts of the manifest. */
export async function writeBuildManifest(
  out: Disk,
  store: Store,
  entries: readonly ManifestEntry[],
): Promise<readonly Artifact[]> {
  const artifacts = entries.map(({ artifact }) => artifact).sort((a, b) => compare(a.path, b.path));
  for (const { artifact, key } of entries) if (key) store.remember(idOf(artifact), { ...key }, artifact.sha256);
  store.retain('write', new Set(artifacts.map(({ path }) => path)));
  await out.write(MANIFEST, new TextEncoder().encode(`${JSON.stringify({ artifacts }, null, 2)}\n`));
  return artifacts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
