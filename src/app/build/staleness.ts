import type { Artifact } from '../../model/artifact.js';
import { sha256 } from '../../runtime/digest.js';
import type { Disk } from '../../model/ports.js';
import type { BuildManifest } from './manifest.js';
import type { FileStates } from '../cache/file-states.js';
import type { ArtifactKey, Target } from './task.js';

/** Why a file has to be written. */
export type StaleCause = 'forced' | 'new' | 'missing' | 'altered' | keyof ArtifactKey;

/** A file that was written, and why. */
export interface StaleArtifact {
  readonly path: string;
  readonly causes: readonly StaleCause[];
}

/** What a look at a file of an earlier build found: the file as it can stay, or why it cannot. */
export type Freshness =
  | { readonly kind: 'fresh'; readonly artifact: Artifact }
  | { readonly kind: 'stale'; readonly causes: readonly StaleCause[] };

/**
 * Whether nothing that a file was made from has changed and the file is still the same, to the byte. A file whose digest
 * was `seen` is not read.
 */
export async function freshnessOf(
  target: Target,
  manifest: BuildManifest,
  out: Disk,
  outputStates: FileStates,
): Promise<Freshness> {
  const causes = keyCauses(target, manifest);
  const artifact = manifest.artifacts.get(target.path);
  if (!artifact || causes.length > 0) return { kind: 'stale', causes };
  const digest = outputStates.get(target.path)?.sha256 ?? (await digestAt(target.path, out));
  if (digest === '') return { kind: 'stale', causes: ['missing'] };
  return digest === artifact.sha256 ? { kind: 'fresh', artifact } : { kind: 'stale', causes: ['altered'] };
}

/** Why a file cannot stay, as far as that can be told without a look at it. */
export function keyCauses({ path, key }: Target, { artifacts, keys }: BuildManifest): readonly StaleCause[] {
  const before = keys.get(path);
  return artifacts.has(path) && before ? PARTS.filter((part) => before[part] !== key[part]) : ['new'];
}

async function digestAt(path: string, out: Disk): Promise<string> {
  const bytes = await out.read(path);
  return bytes ? sha256(bytes) : '';
}

const PARTS = ['document', 'images', 'style', 'faces', 'program'] as const;
