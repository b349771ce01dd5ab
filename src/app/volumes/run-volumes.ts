import type { Artifact } from '../../model/artifact.js';
import { digestOf } from '../../runtime/digest.js';
import { lazy } from '../../runtime/lazy.js';
import type { Ports } from '../../model/ports.js';
import { imagesKey } from '../build/image-files.js';
import type { BuildOptions } from '../build/options.js';
import { joinResults, runTarget } from '../build/run-target.js';
import type { TargetResult, TaskResult } from '../build/run-target.js';
import { storeArtifact } from '../build/write-artifact.js';
import type { BuildContext } from '../build/write-artifact.js';
import type { PreviousBuild } from '../build/staleness.js';
import type { ArtifactKey, BuildSetup, Target } from '../build/task.js';
import { volumeFormats, volumePath } from './volume-plan.js';
import type { VolumeFormat } from './volume-plan.js';
import { toVolumeInput } from './volume-input.js';
import type { VolumeTask } from './prepared-volume.js';

/** One file of a volume. */
interface VolumeTarget extends Target {
  readonly format: VolumeFormat;
}

/** Writes the stale volumes one after the other: each may be as long as all documents together. */
export async function runVolumes(
  tasks: readonly VolumeTask[],
  setup: BuildSetup,
  previous: PreviousBuild,
  context: BuildContext,
  ports: Ports,
  options: BuildOptions,
): Promise<readonly TaskResult[]> {
  const results: TaskResult[] = [];
  for (const task of tasks) {
    results.push(await runVolume(task, setup, previous, context, options));
    ports.log.progress(results.length, tasks.length, task.prepared.plan.title);
  }
  ports.log.end();
  return results;
}

/** Writes the files of a volume one after the other, for the same reason. */
async function runVolume(
  task: VolumeTask,
  setup: BuildSetup,
  previous: PreviousBuild,
  context: BuildContext,
  { formats, force }: BuildOptions,
): Promise<TaskResult> {
  const targets = await targetsOf(task, setup, volumeFormats(formats), context);
  const input = lazy(() => toVolumeInput(task, setup.style, context));
  const { draft } = task.prepared.volume.properties;
  const results: TargetResult[] = [];
  for (const target of targets) {
    const write = async (): Promise<Artifact> => {
      const written = await target.format.writeVolume(await input(), context);
      return storeArtifact(target, written, { kind: 'volume', unit: '', draft }, context.out);
    };
    results.push(await runTarget(target, write, previous, context.out, force));
  }
  return joinResults(results, targets.length);
}

/** All files depend on the faces: page numbers come from a print, in formats without pages too. */
async function targetsOf(
  { prepared, faces }: VolumeTask,
  setup: BuildSetup,
  formats: readonly VolumeFormat[],
  { disk }: BuildContext,
): Promise<readonly VolumeTarget[]> {
  const key: ArtifactKey = {
    document: prepared.digest,
    images: await imagesKey(prepared.images, disk),
    style: digestOf(setup.style),
    faces: digestOf(faces),
    program: setup.version,
  };
  return formats.map((format) => ({ format, path: volumePath(prepared.plan.stem, format), faces, key }));
}
