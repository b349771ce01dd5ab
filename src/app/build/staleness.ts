import type { Artifact } from '../../model/artifact.js';
import { sha256 } from '../../runtime/digest.js';
import type { Disk } from '../../model/ports.js';
import type { BuildRecord } from './manifest.js';
import type { Stamps } from '../cache/file-states.js';
import type { Key, Target } from './task.js';

/** Why a file has to be written. */
export type Cause = 'forced' | 'new' | 'missing' | 'altered' | keyof Key;

/** A file that was written, and why. */
export interface Stale {
  readonly path: string;
  readonly causes: readonly Cause[];
}

/** What a look at a file of an earlier build found: the file as it can stay, or why it cannot. */
export type Standing =
  | { readonly kind: 'fresh'; readonly artifact: Artifact }
  | { readonly kind: 'stale'; readonly causes: readonly Cause[] };

/**
 * Whether nothing that a file was made from has changed and the file is still the same, to the byte. A file whose digest
 * was `seen` is not read.
 */
export async function standingOf(target: Target, record: BuildRecord, out: Disk, seen: Stamps): Promise<Standing> {
  const causes = keyCauses(target, record);
  const artifact = record.artifacts.get(target.path);
  if (!artifact || causes.length > 0) return { kind: 'stale', causes };
  const digest = seen.get(target.path)?.sha256 ?? (await digestAt(target.path, out));
  if (digest === '') return { kind: 'stale', causes: ['missing'] };
  return digest === artifact.sha256 ? { kind: 'fresh', artifact } : { kind: 'stale', causes: ['altered'] };
}

/** Why a file cannot stay, as far as that can be told without a look at it. */
export function keyCauses({ path, key }: Target, { artifacts, keys }: BuildRecord): readonly Cause[] {
  const before = keys.get(path);
  return artifacts.has(path) && before ? PARTS.filter((part) => before[part] !== key[part]) : ['new'];
}

async function digestAt(path: string, out: Disk): Promise<string> {
  const bytes = await out.read(path);
  return bytes ? sha256(bytes) : '';
}

const PARTS = ['document', 'images', 'style', 'faces', 'program'] as const;
