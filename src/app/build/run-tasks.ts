import type { Artifact } from '../../model/artifact.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { lazy } from '../../runtime/lazy.js';
import { runPool } from '../../runtime/pool.js';
import { IoError } from '../../model/ports.js';
import type { Ports } from '../../model/ports.js';
import type { BuildOptions } from './options.js';
import { writeArtifact } from './write-artifact.js';
import type { BuildContext } from './write-artifact.js';
import type { BuildManifest, ManifestEntry } from './manifest.js';
import { FORCED, freshnessOf, keyCauses } from './staleness.js';
import type { PreviousBuild, StaleArtifact } from './staleness.js';
import { lacksFaces } from './task.js';
import type { Target, Task } from './task.js';

/** The result of one document or volume. */
export interface TaskResult {
  readonly entries: readonly ManifestEntry[];
  readonly stale: readonly StaleArtifact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether all of its files exist. */
  readonly complete: boolean;
}

/**
 * Tasks that run in addition to those that print: converting a print to an archival PDF takes a third of the time of
 * printing, and meanwhile its browser tab prints another document.
 */
const EXTRA_TASKS = 2;

/**
 * Length in characters of JSON above which a document takes tens of megabytes while it is written. Such documents,
 * which list every item of a thousand units, are written one at a time, in parallel with smaller ones.
 */
const HEAVY_LENGTH = 4_000_000;

function isHeavy({ composed }: Task): boolean {
  return composed.length > HEAVY_LENGTH;
}

export async function runTasks(
  tasks: readonly Task[],
  previous: PreviousBuild,
  context: BuildContext,
  ports: Ports,
  options: BuildOptions,
): Promise<readonly TaskResult[]> {
  let done = 0;
  const work = async (task: Task): Promise<TaskResult> => {
    const result = await runTask(task, previous, context, options.force);
    ports.log.progress((done += 1), tasks.length, task.composed.title);
    return result;
  };
  const results = await runPool(tasks, options.jobs + EXTRA_TASKS, work, isHeavy);
  ports.log.end();
  return results;
}

/**
 * Writes the files of a document concurrently, the PDF first: while it waits for the browser, the others are written.
 */
async function runTask(
  original: Task,
  previous: PreviousBuild,
  context: BuildContext,
  force: boolean,
): Promise<TaskResult> {
  // A document that has to be composed again is composed once for all of its files.
  const task = { ...original, composed: { ...original.composed, doc: lazy(() => original.composed.doc()) } };
  const possible = task.targets.filter((target) => !lacksFaces(task, target));
  const wanted = possible.toSorted((a, b) => Number(b.format === 'pdf') - Number(a.format === 'pdf'));
  const results = await Promise.all(wanted.map((target) => runTarget(task, target, previous, context, force)));
  const entries = results.flatMap((result) => result.entries);
  return {
    entries,
    complete: entries.length === task.targets.length,
    stale: results.flatMap(({ stale }) => stale),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Whether a PDF will certainly be printed, judged by the keys alone, without reading files. */
export function willPrint(tasks: readonly Task[], manifest: BuildManifest, force: boolean): boolean {
  return tasks.some((task) =>
    task.targets.some(
      (target) =>
        target.format === 'pdf' && !lacksFaces(task, target) && (force || keyCauses(target, manifest).length > 0),
    ),
  );
}

async function runTarget(
  task: Task,
  target: Target,
  previous: PreviousBuild,
  context: BuildContext,
  force: boolean,
): Promise<Omit<TaskResult, 'complete'>> {
  const diagnostics: Diagnostic[] = [];
  const freshness = force ? FORCED : await freshnessOf(target, previous, context.out);
  const stale = freshness.kind === 'stale' ? [{ path: target.path, causes: freshness.causes }] : [];
  const artifact =
    freshness.kind === 'fresh' ? freshness.artifact : await tryWriteArtifact(task, target, context, diagnostics);
  return { entries: artifact ? [{ artifact, key: target.key }] : [], stale, diagnostics };
}

async function tryWriteArtifact(
  task: Task,
  target: Target,
  context: BuildContext,
  sink: Diagnostic[],
): Promise<Artifact | null> {
  try {
    return await writeArtifact(task, target, context);
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    sink.push({ code: 'WRITE-FAILED', severity: 'error', message: error.message, subject: target.path });
    return null;
  }
}
