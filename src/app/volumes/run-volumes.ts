import { mediaTypes } from '../../model/artifact.js';
import type { Artifact, Format } from '../../model/artifact.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { digestOf, sha256 } from '../../runtime/digest.js';
import { IoError } from '../../model/ports.js';
import type { Ports } from '../../model/ports.js';
import { imagesKey, readImages } from '../build/image-files.js';
import type { BuildOptions } from '../build/options.js';
import type { BuildContext } from '../build/write-artifact.js';
import type { BuildManifest, ManifestEntry } from '../build/manifest.js';
import type { FileStates } from '../cache/file-states.js';
import { freshnessOf } from '../build/staleness.js';
import type { StaleArtifact, Freshness } from '../build/staleness.js';
import type { ArtifactKey, BuildSetup, Target } from '../build/task.js';
import { volumePaths } from './volume-plan.js';
import { writeVolume } from './write-volume.js';
import type { VolumeTask } from './prepared-volume.js';

/** The out folder as it was found. */
export interface PreviousBuild {
  readonly record: BuildManifest;
  readonly seen: FileStates;
}

/** What became of one volume. */
export interface VolumeJob {
  readonly made: readonly ManifestEntry[];
  readonly stale: readonly StaleArtifact[];
  readonly diagnostics: readonly Diagnostic[];
  readonly whole: boolean;
}

/** Writes the volumes that are stale, one after the other: each may be as long as all the documents together. */
export async function runVolumes(
  tasks: readonly VolumeTask[],
  setup: BuildSetup,
  before: PreviousBuild,
  context: BuildContext,
  ports: Ports,
  options: BuildOptions,
): Promise<readonly VolumeJob[]> {
  const runs: VolumeJob[] = [];
  for (const task of tasks) {
    runs.push(await runVolume(task, setup, before, context, options));
    ports.log.progress(runs.length, tasks.length, task.prepared.plan.title);
  }
  ports.log.end();
  return runs;
}

async function runVolume(
  task: VolumeTask,
  setup: BuildSetup,
  before: PreviousBuild,
  context: BuildContext,
  { formats, force }: BuildOptions,
): Promise<VolumeJob> {
  const targets = await targetsOf(task, setup, formats, context);
  const standings = new Map<Target, Freshness>();
  for (const target of targets) {
    standings.set(target, force ? FORCED : await freshnessOf(target, before.record, context.out, before.seen));
  }
  const fresh = [...standings].flatMap(([target, freshness]): readonly ManifestEntry[] =>
    freshness.kind === 'fresh' ? [{ artifact: freshness.artifact, key: target.key }] : [],
  );
  const waiting = [...standings].flatMap(([target, standing]) => (standing.kind === 'stale' ? [target] : []));
  const stale = [...standings].flatMap(([{ path }, standing]) =>
    standing.kind === 'stale' ? [{ path, causes: standing.causes }] : [],
  );
  const diagnostics: Diagnostic[] = [];
  const written = await tryWrite(waiting, task, setup, context, diagnostics);
  const made = [...fresh, ...written];
  return { made, stale, diagnostics, whole: made.length === targets.length };
}

const FORCED: Freshness = { kind: 'stale', causes: ['forced'] };

/** The page numbers in the DOCX come of a print, so both files depend on the faces. */
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
  const bound = await writeVolume(prepared, { style, faces, images }, { printer: await printer(), rasterise }, formats);
  const made: ManifestEntry[] = [];
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
