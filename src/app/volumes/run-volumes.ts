import { mediaTypes } from '../../model/artifact.js';
import type { Artifact, Format } from '../../model/artifact.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { digestOf, sha256 } from '../../runtime/digest.js';
import { IoError } from '../../model/ports.js';
import type { Ports } from '../../model/ports.js';
import { imagesKey, readImages } from '../build/image-files.js';
import type { BuildOptions } from '../build/options.js';
import type { TaskResult } from '../build/run-tasks.js';
import type { BuildContext } from '../build/write-artifact.js';
import type { ManifestEntry } from '../build/manifest.js';
import { FORCED, freshnessOf } from '../build/staleness.js';
import type { Freshness, PreviousBuild } from '../build/staleness.js';
import type { ArtifactKey, BuildSetup, Target } from '../build/task.js';
import { volumePaths } from './volume-plan.js';
import { writeVolume } from './write-volume.js';
import type { VolumeTask } from './prepared-volume.js';

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

async function runVolume(
  task: VolumeTask,
  setup: BuildSetup,
  previous: PreviousBuild,
  context: BuildContext,
  { formats, force }: BuildOptions,
): Promise<TaskResult> {
  const targets = await targetsOf(task, setup, formats, context);
  const freshnessByTarget = new Map<Target, Freshness>();
  for (const target of targets) {
    freshnessByTarget.set(target, force ? FORCED : await freshnessOf(target, previous, context.out));
  }
  const fresh = [...freshnessByTarget].flatMap(([target, freshness]): readonly ManifestEntry[] =>
    freshness.kind === 'fresh' ? [{ artifact: freshness.artifact, key: target.key }] : [],
  );
  const staleTargets = [...freshnessByTarget].flatMap(([target, freshness]) =>
    freshness.kind === 'stale' ? [target] : [],
  );
  const stale = [...freshnessByTarget].flatMap(([{ path }, freshness]) =>
    freshness.kind === 'stale' ? [{ path, causes: freshness.causes }] : [],
  );
  const diagnostics: Diagnostic[] = [];
  const written = await tryWrite(staleTargets, task, setup, context, diagnostics);
  const entries = [...fresh, ...written];
  return { entries, stale, diagnostics, complete: entries.length === targets.length };
}

/** Both files depend on the faces, since the page numbers in the DOCX come from a print. */
async function targetsOf(
  { prepared, faces }: VolumeTask,
  setup: BuildSetup,
  formats: readonly Format[],
  { disk }: BuildContext,
): Promise<readonly Target[]> {
  const key: ArtifactKey = {
    document: prepared.digest,
    images: await imagesKey(prepared.images, disk),
    style: digestOf(setup.style),
    faces: digestOf(faces),
    program: setup.version,
  };
  return formats.flatMap((format) =>
    volumePaths([prepared.plan.stem], [format]).map((path): Target => ({ format, path, key })),
  );
}

async function tryWrite(
  targets: readonly Target[],
  task: VolumeTask,
  setup: BuildSetup,
  context: BuildContext,
  sink: Diagnostic[],
): Promise<readonly ManifestEntry[]> {
  if (targets.length === 0) return [];
  try {
    return await write(targets, task, setup, context);
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    const subject = targets.map(({ path }) => path).join('、');
    sink.push({ code: 'WRITE-FAILED', severity: 'error', message: error.message, subject });
    return [];
  }
}

async function write(
  targets: readonly Target[],
  { prepared, faces }: VolumeTask,
  { style }: BuildSetup,
  { disk, out, printer, rasterise }: BuildContext,
): Promise<readonly ManifestEntry[]> {
  const images = await readImages(prepared.images, disk, prepared.volume.properties.draft);
  const formats = targets.map(({ format }) => format);
  const written = await writeVolume(
    prepared,
    { style, faces, images },
    { printer: await printer(), rasterise },
    formats,
  );
  const entries: ManifestEntry[] = [];
  for (const { format, path, key } of targets) {
    const bytes = written.files.get(format);
    if (bytes === undefined) continue;
    await out.write(path, bytes);
    const artifact: Artifact = {
      path,
      mediaType: mediaTypes[format],
      bytes: bytes.length,
      sha256: sha256(bytes),
      kind: 'volume',
      unit: '',
      status: prepared.volume.properties.draft ? '草稿' : '定稿',
      pages: format === 'pdf' ? written.pages : 0,
    };
    entries.push({ artifact, key });
  }
  return entries;
}
