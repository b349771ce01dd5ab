import type { Artifact } from '../../model/artifact.js';
import { sha256 } from '../../runtime/digest.js';
import type { Disk } from '../../model/ports.js';
import type { BuildManifest } from './manifest.js';
import type { FileStates } from '../cache/file-states.js';
import type { ArtifactKey, Target } from './task.js';

/** The out folder as the last build left it: its manifest, and the known states of its files. */
export interface PreviousBuild {
  readonly manifest: BuildManifest;
  readonly outputStates: FileStates;
}

/** Why a file has to be written. */
export type StaleCause = 'forced' | 'new' | 'missing' | 'altered' | keyof ArtifactKey;

/** A file that was written, with the causes. */
export interface StaleArtifact {
  readonly path: string;
  readonly causes: readonly StaleCause[];
}

/** Whether a file of an earlier build is up to date: the artifact if it is, the causes if it is not. */
export type Freshness =
  | { readonly kind: 'fresh'; readonly artifact: Artifact }
  | { readonly kind: 'stale'; readonly causes: readonly StaleCause[] };

/** The freshness of every file under `--force`. */
export const FORCED: Freshness = { kind: 'stale', causes: ['forced'] };

/**
 * An artifact is fresh if its key is unchanged and the file on disk has the listed digest. A file whose digest is in
 * `outputStates` is not read.
 */
export async function freshnessOf(
  target: Target,
  { manifest, outputStates }: PreviousBuild,
  out: Disk,
): Promise<Freshness> {
  const causes = keyCauses(target, manifest);
  const artifact = manifest.artifacts.get(target.path);
  if (!artifact || causes.length > 0) return { kind: 'stale', causes };
  const digest = outputStates.get(target.path)?.sha256 ?? (await digestAt(target.path, out));
  if (digest === '') return { kind: 'stale', causes: ['missing'] };
  return digest === artifact.sha256 ? { kind: 'fresh', artifact } : { kind: 'stale', causes: ['altered'] };
}

/** The causes that follow from the keys alone, without reading the file. */
export function keyCauses({ path, key }: Target, { artifacts, keys }: BuildManifest): readonly StaleCause[] {
  const before = keys.get(path);
  return artifacts.has(path) && before ? KEY_PARTS.filter((part) => before[part] !== key[part]) : ['new'];
}

async function digestAt(path: string, out: Disk): Promise<string> {
  const bytes = await out.read(path);
  return bytes ? sha256(bytes) : '';
}

const KEY_PARTS = ['document', 'images', 'style', 'faces', 'program'] as const;
