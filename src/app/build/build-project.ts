import { FORMATS } from '../../model/artifact.js';
import type { Artifact } from '../../model/artifact.js';
import { collect, distinct } from '../../model/diagnostic.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { CharactersByRole, Disk, Faces, FaceTable, Ports, Printer } from '../../model/ports.js';
import type { Entry, Project } from '../../model/project.js';
import { styles } from '../../layout/styles.js';
import { allCharacters, composeDocuments, releasedWhenRead } from './composed-document.js';
import type { ComposedDocument } from './composed-document.js';
import type { BuildOptions } from './options.js';
import type { Toolchain } from '../../model/ports.js';
import { readComposeCache, writeComposeCache } from '../cache/compose-cache.js';
import type { ComposeCache } from '../cache/compose-cache.js';
import { readBuildManifest, reconcile } from './manifest.js';
import type { ManifestScope } from './manifest.js';
import { blockedEntries } from './blocked-documents.js';
import { runTasks, willPrint } from './run-tasks.js';
import type { TaskResult } from './run-tasks.js';
import { inShard, pathsOf, selectEntries } from '../workspace/selection.js';
import type { StaleArtifact } from './staleness.js';
import type { FileState, FileStates } from '../cache/file-states.js';
import { toTask } from './task.js';
import type { BuildSetup, Task, TaskFaces } from './task.js';
import { facesOfTasks, needsFaces } from './task-faces.js';
import { planVolumes, stemOf, volumePaths } from '../volumes/volume-plan.js';
import type { VolumePlan } from '../volumes/volume-plan.js';
import { prepareVolumes, volumesToPrint } from '../volumes/prepare.js';
import { runVolumes } from '../volumes/run-volumes.js';
import type { PreviousBuild } from '../volumes/run-volumes.js';

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Documents, not files. */
  readonly built: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly pages: number;
  /** Null where nothing was to be printed. */
  readonly faces: FaceTable | null;
  /** What was written, and why. */
  readonly stale: readonly StaleArtifact[];
  /** Everything that the manifest lists now. */
  readonly artifacts: readonly Artifact[];
  /** Null where nothing was to be printed. */
  readonly printing: Printing | null;
  /** False where the machine lacks what printing needs; nothing was written then. */
  readonly equipped: boolean;
}

/** By what to tell later that the machine would print the same documents with the same faces. */
export interface Printing {
  readonly characters: CharactersByRole;
  readonly faces: Faces;
}

/** What whoever builds knows already, so that it is not found out again. */
export interface KnownState {
  /** In place of what the last build wrote down. */
  readonly composeCache?: ComposeCache;
  /** The digests that files of the out folder have now. */
  readonly outputStates?: FileStates;
  /** Leaves in place what was written of a document that now has errors. */
  readonly keepBlocked?: boolean;
}

/**
 * Brings the out folder up to date with the selected documents. `found` are the findings of reading and checking: a
 * final document with an error among them is not written. One document's failure stops no other.
 */
export async function buildProject(
  project: Project,
  found: readonly Diagnostic[],
  ports: Ports,
  toolchain: Toolchain,
  options: BuildOptions,
  known: KnownState = {},
): Promise<BuildResult> {
  const diagnostics: Diagnostic[] = [];
  const entries = selectEntries(project, options);
  const refused = blockedEntries(entries, found);
  const allowed = entries.filter((entry) => !refused.has(entry.id));
  const { memory: composeCache, before } = await readPreviousBuild(ports.out, known);
  const documents = composeDocuments(project, allowed, toolchain.version, composeCache, diagnostics);
  const plans = plansFor(project, options);
  const compose = (entry: Entry): ComposedDocument | null =>
    composeDocuments(project, [entry], toolchain.version, composeCache, diagnostics)[0] ?? null;
  const volumes = prepareVolumes(plans, project, found, { documents, compose }, diagnostics);
  const setHere = documents.filter((document) => needsFaces(document, options));
  const characters = allCharacters([...setHere, ...volumes.flatMap(({ printed }) => printed)]);
  const isSetting = setHere.length + volumes.length > 0;
  const faces = isSetting ? collect(diagnostics, await toolchain.findFaces(characters)) : null;
  if (isSetting && faces === null && (volumes.length > 0 || options.formats.includes('pdf')))
    return { ...NOTHING_BUILT, diagnostics, failed: entries.length + plans.length };
  const taskFaces = collect(diagnostics, facesOfTasks(documents, faces, project, options));
  const setup: BuildSetup = { style: styles[project.campaign.layout.geometry], version: toolchain.version };
  const tasks = await toTasks(documentsToWrite(documents, volumes), taskFaces, options, setup, ports.disk);
  const volumeTasks = faces === null ? [] : volumesToPrint(volumes, faces, project, diagnostics);
  const runs = await withPrinter(toolchain.openPrinter, async (printer) => {
    // It starts while the first documents are written. Whatever goes wrong is said where it is used.
    if (willPrint(tasks, before.record, options.force)) printer().catch(() => undefined);
    const workshop = { disk: ports.disk, out: ports.out, printer, rasterise: toolchain.rasterise };
    const documentRuns = await runTasks(tasks, before, workshop, ports, options);
    return [...documentRuns, ...(await runVolumes(volumeTasks, setup, before, workshop, ports, options))];
  });
  const scope = scopeOf(project, known.keepBlocked === true ? allowed : entries, plans, options);
  const made = runs.flatMap((result) => result.made);
  const artifacts = collect(diagnostics, await reconcile(ports.out, before.record, made, scope));
  await saveComposeCache(ports.out, composeCache, project);
  diagnostics.push(...runs.flatMap((run) => run.diagnostics));
  return {
    diagnostics: distinct(diagnostics),
    ...summarise(runs, entries.length + plans.length),
    faces: faces?.table ?? null,
    stale: runs.flatMap(({ stale }) => stale),
    artifacts,
    printing: faces && { characters, faces },
    equipped: true,
  };
}

/** Volumes, which are written last, ask for documents again, and a small campaign has all of them at hand then. */
function documentsToWrite(
  documents: readonly ComposedDocument[],
  volumes: readonly unknown[],
): readonly ComposedDocument[] {
  return volumes.length === 0 ? documents.map(releasedWhenRead) : documents;
}

async function toTasks(
  documents: readonly ComposedDocument[],
  faces: readonly TaskFaces[],
  { formats }: BuildOptions,
  setup: BuildSetup,
  disk: Disk,
): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const [index, document] of documents.entries()) {
    tasks.push(await toTask(document, faces[index] ?? NO_FACES, formats, setup, disk));
  }
  return tasks;
}

const NO_FACES: TaskFaces = { faces: null, chartFaces: null };

const NOTHING_BUILT: Omit<BuildResult, 'diagnostics' | 'failed'> = {
  built: 0,
  unchanged: 0,
  pages: 0,
  faces: null,
  stale: [],
  artifacts: [],
  printing: null,
  equipped: false,
};

/** Volumes belong to builds of everything, and not to those of some units or kinds. */
function plansFor(project: Project, { units, kinds, shard }: BuildOptions): readonly VolumePlan[] {
  return units.length + kinds.length > 0 ? [] : inShard(planVolumes(project), shard);
}

/** Remembers no document that is there no more. */
async function saveComposeCache(out: Disk, composeCache: ComposeCache, { entries }: Project): Promise<void> {
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of composeCache.keys()) if (!ids.has(id)) composeCache.delete(id);
  await writeComposeCache(out, composeCache);
}

function scopeOf(
  project: Project,
  entries: readonly Entry[],
  plans: readonly VolumePlan[],
  { formats }: BuildOptions,
): ManifestScope {
  const stems = plans.map(({ stem }) => stem);
  return {
    expected: [...pathsOf(entries, formats), ...volumePaths(stems, formats)],
    known: [...pathsOf(project.entries, FORMATS), ...volumePaths(project.volumes.map(stemOf), FORMATS)],
  };
}

async function readPreviousBuild(
  out: Disk,
  { composeCache: memory, outputStates: seen }: KnownState,
): Promise<{ readonly memory: ComposeCache; readonly before: PreviousBuild }> {
  const before = { record: await readBuildManifest(out), seen: seen ?? new Map<string, FileState>() };
  return { memory: memory ?? (await readComposeCache(out)), before };
}

/** Lends a printer that starts on first use, and closes it whatever happens. */
async function withPrinter<T>(
  open: () => Promise<Printer>,
  work: (printer: () => Promise<Printer>) => Promise<T>,
): Promise<T> {
  let opened: Promise<Printer> | null = null;
  try {
    return await work(() => (opened ??= open()));
  } finally {
    const printer = await (opened as Promise<Printer> | null)?.catch(() => null);
    await printer?.close();
  }
}

function summarise(
  runs: readonly TaskResult[],
  asked: number,
): Pick<BuildResult, 'built' | 'unchanged' | 'failed' | 'pages'> {
  const whole = runs.filter((result) => result.whole);
  return {
    built: whole.filter((run) => run.stale.length > 0).length,
    unchanged: whole.filter((run) => run.stale.length === 0).length,
    failed: asked - whole.length,
    pages: runs.flatMap(({ made }) => made).reduce((sum, { artifact }) => sum + artifact.pages, 0),
  };
}
