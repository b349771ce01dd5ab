import type { Artifact } from '../../model/artifact.js';
import { isPrinted } from '../../formats/format.js';
import { collectDiagnostics, distinctDiagnostics } from '../../model/diagnostic.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { CharactersByRole, Disk, Faces, FaceTable, Ports, Printer } from '../../model/ports.js';
import type { Entry, Project } from '../../model/project.js';
import { styles } from '../../layout/styles.js';
import { allCharacters, composeDocuments, releaseAfterRead } from './composed-document.js';
import type { ComposedDocument } from './composed-document.js';
import type { BuildOptions } from './options.js';
import type { Toolchain } from '../../model/ports.js';
import { groupOfUnit } from '../cache/groups.js';
import { Store } from '../cache/store.js';
import { readBuildManifest, reconcile } from './manifest.js';
import type { ManifestScope } from './manifest.js';
import { blockedEntries } from './blocked-documents.js';
import { FORMATS } from './formats.js';
import { runTasks, willPrint } from './run-tasks.js';
import type { TaskResult } from './run-target.js';
import { inShard, pathsOf, selectEntries } from '../workspace/selection.js';
import type { PreviousBuild, StaleArtifact } from './staleness.js';
import type { FileState, FileStates } from '../cache/file-states.js';
import { toTask } from './task.js';
import type { BuildSetup, Task } from './task.js';
import { facesOfTasks, needsFaces, NO_FACES } from './task-faces.js';
import type { TaskFaces } from './task-faces.js';
import { planVolumes, stemOf, volumePaths } from '../volumes/volume-plan.js';
import type { VolumePlan } from '../volumes/volume-plan.js';
import { prepareVolumes, volumesToPrint } from '../volumes/prepare.js';
import { runVolumes } from '../volumes/run-volumes.js';

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Documents, not files. */
  readonly built: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly pages: number;
  /** Null if no artifact needs faces. */
  readonly faces: FaceTable | null;
  /** The files that were written, with the causes. */
  readonly stale: readonly StaleArtifact[];
  /** All artifacts that the manifest lists after the build. */
  readonly artifacts: readonly Artifact[];
  /** Null if no artifact needs faces. */
  readonly printing: PrintedText | null;
  /** False if the machine has no browser or no faces for printing; nothing is written then. */
  readonly equipped: boolean;
}

/** The printed characters and the faces for them. A later build compares them to see whether the faces are the same. */
export interface PrintedText {
  readonly characters: CharactersByRole;
  readonly faces: Faces;
}

/** State that the caller already has, so that the build does not read it from disk. */
export interface KnownState {
  /** The store of the out folder. */
  readonly store?: Store;
  /** The current digests of files in the out folder. */
  readonly outputStates?: FileStates;
  /** Keeps the existing files of a document that now has errors. */
  readonly keepBlocked?: boolean;
}

/**
 * Brings the out folder up to date for the selected documents. `found` holds the findings of reading and checking: a
 * final document with an error among them is not written. A document that fails does not stop the others.
 */
export async function buildProject(
  project: Project,
  findings: readonly Diagnostic[],
  ports: Ports,
  toolchain: Toolchain,
  options: BuildOptions,
  knownState: KnownState = {},
): Promise<BuildResult> {
  const diagnostics: Diagnostic[] = [];
  const entries = selectEntries(project, options);
  const blocked = blockedEntries(entries, findings);
  const allowed = entries.filter((entry) => !blocked.has(entry.id));
  const { store, previous } = await readPreviousBuild(project, ports.out, toolchain, knownState);
  const documents = composeDocuments(project, allowed, store, diagnostics);
  const plans = plansFor(project, options);
  const compose = (entry: Entry): ComposedDocument | null =>
    composeDocuments(project, [entry], store, diagnostics)[0] ?? null;
  const volumes = prepareVolumes(plans, project, findings, { documents, compose }, diagnostics);
  const renderedHere = documents.filter((document) => needsFaces(document, options));
  const characters = allCharacters([...renderedHere, ...volumes.flatMap(({ characterSets }) => characterSets)]);
  const needsFonts = renderedHere.length + volumes.length > 0;
  const faces = needsFonts ? collectDiagnostics(diagnostics, await toolchain.findFaces(characters)) : null;
  if (needsFonts && faces === null && (volumes.length > 0 || options.formats.some(isPrinted)))
    return { ...NOT_EQUIPPED, diagnostics, failed: entries.length + plans.length };
  const taskFaces = collectDiagnostics(diagnostics, facesOfTasks(documents, faces, project, options));
  const setup: BuildSetup = { style: styles[project.campaign.layout.geometry], version: toolchain.version };
  const tasks = await toTasks(documentsToWrite(documents, volumes), taskFaces, options, setup, ports.disk);
  const volumeTasks = faces === null ? [] : volumesToPrint(volumes, faces, project, diagnostics);
  const results = await withPrinter(toolchain.openPrinter, async (printer) => {
    // The browser starts while the first documents are written. The first print reports a failure to start.
    if (willPrint(tasks, previous.manifest, options.force)) printer().catch(() => undefined);
    const context = { disk: ports.disk, out: ports.out, printer, rasterise: toolchain.rasterise };
    const documentResults = await runTasks(tasks, previous, context, ports, options);
    return [...documentResults, ...(await runVolumes(volumeTasks, setup, previous, context, ports, options))];
  });
  const scope = scopeOf(project, knownState.keepBlocked === true ? allowed : entries, plans, options);
  const written = results.flatMap((result) => result.entries);
  const artifacts = collectDiagnostics(
    diagnostics,
    await reconcile(ports.out, store, previous.manifest.artifacts, written, scope),
  );
  store.retain('compose', new Set(project.entries.map(({ id }) => id)));
  await store.save();
  diagnostics.push(...results.flatMap((result) => result.diagnostics));
  return {
    diagnostics: distinctDiagnostics(diagnostics),
    ...summarise(results, entries.length + plans.length),
    faces: faces?.table ?? null,
    stale: results.flatMap(({ stale }) => stale),
    artifacts,
    printing: faces && { characters, faces },
    equipped: true,
  };
}

/**
 * Without volumes, each document is released after it is written. Volumes are written last and need the documents
 * again.
 */
function documentsToWrite(
  documents: readonly ComposedDocument[],
  volumes: readonly unknown[],
): readonly ComposedDocument[] {
  return volumes.length === 0 ? documents.map(releaseAfterRead) : documents;
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

const NOT_EQUIPPED: Omit<BuildResult, 'diagnostics' | 'failed'> = {
  built: 0,
  unchanged: 0,
  pages: 0,
  faces: null,
  stale: [],
  artifacts: [],
  printing: null,
  equipped: false,
};

/** A build of selected units or kinds has no volumes. */
function plansFor(project: Project, { units, kinds, shard }: BuildOptions): readonly VolumePlan[] {
  return units.length + kinds.length > 0 ? [] : inShard(planVolumes(project), shard);
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
  { entries }: Project,
  out: Disk,
  { version }: Toolchain,
  { store = new Store(out, version), outputStates = new Map<string, FileState>() }: KnownState,
): Promise<{ readonly store: Store; readonly previous: PreviousBuild }> {
  await store.load(entries.map(({ unit }) => groupOfUnit(unit)));
  return { store, previous: { manifest: await readBuildManifest(out, store), outputStates } };
}

/** Passes `work` a printer that starts on first use, and closes it afterwards in any case. */
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
  results: readonly TaskResult[],
  requested: number,
): Pick<BuildResult, 'built' | 'unchanged' | 'failed' | 'pages'> {
  const complete = results.filter((result) => result.complete);
  return {
    built: complete.filter((result) => result.stale.length > 0).length,
    unchanged: complete.filter((result) => result.stale.length === 0).length,
    failed: requested - complete.length,
    pages: results.flatMap(({ entries }) => entries).reduce((sum, { artifact }) => sum + artifact.pages, 0),
  };
}
