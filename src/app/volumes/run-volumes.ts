import { mediaTypes } from '../../model/artifact.js';
import type { Artifact, Format } from '../../model/artifact.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { digestOf, sha256 } from '../../runtime/digest.js';
import { IoError } from '../../model/ports.js';
import type { FaceTable, Ports } from '../../model/ports.js';
import { imagesKey, readImages } from '../build/image-files.js';
import type { BuildOptions } from '../build/options.js';
import type { Workshop } from '../build/write-artifact.js';
import type { BuildRecord, Made } from '../build/manifest.js';
import type { Stamps } from '../cache/file-states.js';
import { standingOf } from '../build/staleness.js';
import type { Stale, Standing } from '../build/staleness.js';
import type { Key, Setup, Target } from '../build/task.js';
import { volumePaths } from './volume-plan.js';
import type { Prepared } from './prepare.js';
import { bindVolume } from './write-volume.js';

/** The out folder as it was found. */
export interface Before {
  readonly record: BuildRecord;
  readonly seen: Stamps;
}

/** A volume with the faces that it is printed with. */
export interface VolumeTask {
  readonly prepared: Prepared;
  readonly faces: FaceTable;
}

/** What became of one volume. */
export interface VolumeRun {
  readonly made: readonly Made[];
  readonly stale: readonly Stale[];
  readonly diagnostics: readonly Diagnostic[];
  readonly whole: boolean;
}

/** Writes the volumes that are stale, one after the other: each may be as long as all the documents together. */
export async function runVolumes(
  tasks: readonly VolumeTask[],
  setup: Setup,
  before: Before,
  workshop: Workshop,
  ports: Ports,
  options: BuildOptions,
): Promise<readonly VolumeRun[]> {
  const runs: VolumeRun[] = [];
  for (const task of tasks) {
    runs.push(await runVolume(task, setup, before, workshop, options));
    ports.log.progress(runs.length, tasks.length, task.prepared.plan.title);
  }
  ports.log.end();
  return runs;
}

async function runVolume(
  task: VolumeTask,
  setup: Setup,
  before: Before,
  workshop: Workshop,
  { formats, force }: BuildOptions,
): Promise<VolumeRun> {
  const targets = await targetsOf(task, setup, formats, workshop);
  const standings = new Map<Target, Standing>();
  for (const target of targets) {
    standings.set(target, force ? FORCED : await standingOf(target, before.record, workshop.out, before.seen));
  }
  const fresh = [...standings].flatMap(([target, standing]): readonly Made[] =>
    standing.kind === 'fresh' ? [{ artifact: standing.artifact, key: target.key }] : [],
  );
  const waiting = [...standings].flatMap(([target, standing]) => (standing.kind === 'stale' ? [target] : []));
  const stale = [...standings].flatMap(([{ path }, standing]) =>
    standing.kind === 'stale' ? [{ path, causes: standing.causes }] : [],
  );
  const diagnostics: Diagnostic[] = [];
  const written = await tryWrite(waiting, task, setup, workshop, diagnostics);
  const made = [...fresh, ...written];
  return { made, stale, diagnostics, whole: made.length === targets.length };
}

const FORCED: Standing = { kind: 'stale', causes: ['forced'] };

/** The page numbers in the DOCX come of a print, so both files depend on the faces. */
async function targetsOf(
  { prepared, faces }: VolumeTask,
  setup: Setup,
  formats: readonly Format[],
  { disk }: Workshop,
): Promise<readonly Target[]> {
  const key: Key = {
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
  setup: Setup,
  workshop: Workshop,
  sink: Diagnostic[],
): Promise<readonly Made[]> {
  if (targets.length === 0) return [];
  try {
    return await write(targets, task, setup, workshop);
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
  { style }: Setup,
  { disk, out, printer, rasterise }: Workshop,
): Promise<readonly Made[]> {
  const images = await readImages(prepared.images, disk, prepared.volume.properties.draft);
  const formats = targets.map(({ format }) => format);
  const bound = await bindVolume(prepared, { style, faces, images }, { printer: await printer(), rasterise }, formats);
  const made: Made[] = [];
  for (const { format, path, key } of targets) {
    const bytes = bound.files.get(format);
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
      pages: format === 'pdf' ? bound.pages : 0,
    };
    made.push({ artifact, key });
  }
  return made;
}
