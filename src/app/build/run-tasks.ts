import { isPrinted, printedFirst } from '../../formats/format.js';
import { lazy } from '../../runtime/lazy.js';
import { runPool } from '../../runtime/pool.js';
import type { Ports } from '../../model/ports.js';
import type { BuildOptions } from './options.js';
import { writeArtifact } from './write-artifact.js';
import type { BuildContext } from './write-artifact.js';
import type { BuildManifest } from './manifest.js';
import { joinResults, runTarget } from './run-target.js';
import type { TaskResult } from './run-target.js';
import { keyCauses } from './staleness.js';
import type { PreviousBuild } from './staleness.js';
import { lacksFaces } from './task.js';
import type { Task } from './task.js';

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
 * Writes the files of a document concurrently, what is printed first: while it waits for the browser, the others are
 * written.
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
  const wanted = possible.toSorted((a, b) => printedFirst(a.format, b.format));
  const results = await Promise.all(
    wanted.map((target) => runTarget(target, () => writeArtifact(task, target, context), previous, context.out, force)),
  );
  return joinResults(results, task.targets.length);
}

/** Whether a document will certainly be printed, judged by the keys alone, without reading files. */
export function willPrint(tasks: readonly Task[], manifest: BuildManifest, force: boolean): boolean {
  return tasks.some((task) =>
    task.targets.some(
      (target) =>
        isPrinted(target.format) && !lacksFaces(task, target) && (force || keyCauses(target, manifest).length > 0),
    ),
  );
}
