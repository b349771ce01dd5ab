import type { Artifact } from '../../model/artifact.js';
import { checked } from '../../model/diagnostic.js';
import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import { IoError } from '../../model/ports.js';
import type { Disk } from '../../model/ports.js';
import type { ManifestEntry } from './manifest.js';
import { FORCED, freshnessOf } from './staleness.js';
import type { PreviousBuild, StaleArtifact } from './staleness.js';
import type { Target } from './task.js';

/** The result of one document or volume. */
export interface TaskResult {
  readonly entries: readonly ManifestEntry[];
  readonly stale: readonly StaleArtifact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether all of its files exist. */
  readonly complete: boolean;
}

/** The result of one file. */
export type TargetResult = Omit<TaskResult, 'complete'>;

/** Writes a file if it is stale or `force` is set. */
export async function runTarget(
  target: Target,
  write: () => Promise<Artifact>,
  previous: PreviousBuild,
  out: Disk,
  force: boolean,
): Promise<TargetResult> {
  const freshness = force ? FORCED : await freshnessOf(target, previous, out);
  if (freshness.kind === 'fresh')
    return { entries: [{ artifact: freshness.artifact, key: target.key }], stale: [], diagnostics: [] };
  const { value: artifact, diagnostics } = await tryWrite(write, target.path);
  return {
    entries: artifact ? [{ artifact, key: target.key }] : [],
    stale: [{ path: target.path, causes: freshness.causes }],
    diagnostics,
  };
}

async function tryWrite(write: () => Promise<Artifact>, path: string): Promise<Checked<Artifact | null>> {
  try {
    return checked(await write());
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    return checked(null, [{ code: 'WRITE-FAILED', severity: 'error', message: error.message, subject: path }]);
  }
}

/** The result of a document or volume with `expected` files. */
export function joinResults(results: readonly TargetResult[], expected: number): TaskResult {
  const entries = results.flatMap((result) => result.entries);
  return {
    entries,
    stale: results.flatMap(({ stale }) => stale),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
    complete: entries.length === expected,
  };
}
