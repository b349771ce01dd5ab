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
import { keyCauses, freshnessOf } from './staleness.js';
import type { StaleArtifact, Freshness } from './staleness.js';
import { lacksFaces } from './task.js';
import type { Target, Task } from './task.js';
import type { PreviousBuild } from '../volumes/run-volumes.js';

/** What became of one document or volume. */
export interface TaskResult {
  readonly made: readonly ManifestEntry[];
  readonly stale: readonly StaleArtifact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether all of its files are there. */
  readonly whole: boolean;
}

/**
 * Documents that wait beyond those that are printed: while the last print of one is made archival, which takes as long as
 * a third of printing it, its tab prints another.
 */
const AHEAD = 2;

/**
 * From so many characters of JSON on, a document takes tens of megabytes while it is written: those of a campaign of a
 * thousand units that list every item are written one at a time, and the many small ones beside them.
 */
const HEAVY = 4_000_000;

function isHeavy({ composed }: Task): boolean {
  return composed.length > HEAVY;
}

export async function runTasks(
  tasks: readonly Task[],
  before: PreviousBuild,
  context: BuildContext,
  ports: Ports,
  options: BuildOptions,
): Promise<readonly TaskResult[]> {
  let done = 0;
  const work = async (task: Task): Promise<TaskResult> => {
    const result = await runTask(task, before, context, options.force);
    ports.log.progress((done += 1), tasks.length, task.composed.title);
    return result;
  };
  const runs = await runPool(tasks, options.jobs + AHEAD, work, isHeavy);
  ports.log.end();
  return runs;
}

const FORCED: Freshness = { kind: 'stale', causes: ['forced'] };

/** The files of a document are made at the same time, the printed one first: it waits for the browser while another is written. */
async function runTask(given: Task, before: PreviousBuild, context: BuildContext, force: boolean): Promise<TaskResult> {
  // A document that is composed anew is composed once for all of its files.
  const task = { ...given, composed: { ...given.composed, doc: lazy(() => given.composed.doc()) } };
  const possible = task.targets.filter((target) => !lacksFaces(task, target));
  const wanted = possible.toSorted((a, b) => Number(b.format === 'pdf') - Number(a.format === 'pdf'));
  const runs = await Promise.all(wanted.map((target) => runTarget(task, target, before, context, force)));
  const made = runs.flatMap((run) => run.made);
  return {
    made,
    whole: made.length === task.targets.length,
    stale: runs.flatMap(({ stale }) => stale),
    diagnostics: runs.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Whether a PDF is certain to be printed, without a look at any file. */
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
  { record: manifest, seen: outputStates }: PreviousBuild,
  context: BuildContext,
  force: boolean,
): Promise<Omit<TaskResult, 'whole'>> {
  const diagnostics: Diagnostic[] = [];
  const freshness = force ? FORCED : await freshnessOf(target, manifest, context.out, outputStates);
  const stale = freshness.kind === 'stale' ? [{ path: target.path, causes: freshness.causes }] : [];
  const artifact =
    freshness.kind === 'fresh' ? freshness.artifact : await tryWriteArtifact(task, target, context, diagnostics);
  return { made: artifact ? [{ artifact, key: target.key }] : [], stale, diagnostics };
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
