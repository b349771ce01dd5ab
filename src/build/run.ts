import { createCompose } from '../compose/document.js';
import type { Artifact } from '../model/artifact.js';
import { collect, distinct } from '../model/diagnostic.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { sha256 } from '../model/digest.js';
import { IoError } from '../model/ports.js';
import type { FaceTable, Ports, Printer } from '../model/ports.js';
import type { Entry, Project } from '../model/project.js';
import { gbt9704 } from '../model/style.js';
import type { BuildOptions, Tools } from './options.js';
import { runPool } from './pool.js';
import { produce } from './produce.js';
import type { Workshop } from './produce.js';
import { readRecord, reconcile } from './record.js';
import type { BuildRecord, Made } from './record.js';
import { refusedEntries } from './refuse.js';
import { selectEntries } from './select.js';
import { toTask } from './task.js';
import type { Setup, Target, Task } from './task.js';

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Documents, not files. */
  readonly built: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly pages: number;
  /** Null where the machine lacks what printing needs. */
  readonly faces: FaceTable | null;
}

/**
 * Brings the out folder up to date with the selected documents. `found` are the findings of reading and checking: a
 * final document with an error among them is not written. One document's failure stops no other.
 */
export async function buildProject(
  project: Project,
  found: readonly Diagnostic[],
  ports: Ports,
  tools: Tools,
  options: BuildOptions,
): Promise<BuildResult> {
  const diagnostics: Diagnostic[] = [];
  const entries = selectEntries(project, options);
  const faces = collect(diagnostics, await tools.findFaces());
  if (!faces) return { diagnostics, built: 0, unchanged: 0, failed: entries.length, pages: 0, faces };
  const setup: Setup = { style: gbt9704, faces, version: tools.version };
  const refused = refusedEntries(entries, found);
  const allowed = entries.filter((entry) => !refused.has(entry.id));
  const tasks = await composeTasks(project, allowed, setup, ports, options, diagnostics);
  const record = await readRecord(ports.out);
  const runs = await withPrinter(
    () => tools.openPrinter(faces),
    (printer) => {
      return runTasks(tasks, record, { setup, out: ports.out, printer }, ports, options);
    },
  );
  const scope = { selected: entries, all: project.entries, formats: options.formats };
  await reconcile(
    ports.out,
    record,
    runs.flatMap(({ made }) => made),
    scope,
  );
  diagnostics.push(...runs.flatMap((run) => run.diagnostics));
  return { diagnostics: distinct(diagnostics), ...summarise(runs, entries), faces };
}

async function composeTasks(
  project: Project,
  entries: readonly Entry[],
  setup: Setup,
  ports: Ports,
  options: BuildOptions,
  sink: Diagnostic[],
): Promise<readonly Task[]> {
  const compose = createCompose(project);
  const tasks: Task[] = [];
  for (const entry of entries) {
    const doc = collect(sink, compose(entry));
    if (doc) tasks.push(await toTask(entry, doc, options.formats, setup, ports.disk));
  }
  return tasks;
}

/** What became of one document. */
interface TaskRun {
  readonly task: Task;
  readonly made: readonly Made[];
  readonly rebuilt: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

async function runTasks(
  tasks: readonly Task[],
  record: BuildRecord,
  workshop: Workshop,
  ports: Ports,
  options: BuildOptions,
): Promise<readonly TaskRun[]> {
  let done = 0;
  const runs = await runPool(tasks, options.jobs, async (task) => {
    const run = await runTask(task, record, workshop, options.force);
    ports.log.progress((done += 1), tasks.length, task.doc.properties.title);
    return run;
  });
  ports.log.end();
  return runs;
}

async function runTask(task: Task, record: BuildRecord, workshop: Workshop, force: boolean): Promise<TaskRun> {
  const made: Made[] = [];
  const diagnostics: Diagnostic[] = [];
  let rebuilt = false;
  for (const target of task.targets) {
    const fresh = force ? null : await freshArtifact(target, record, workshop);
    rebuilt ||= fresh === null;
    const artifact = fresh ?? (await tryProduce(task, target, workshop, diagnostics));
    if (artifact) made.push({ artifact, key: target.key });
  }
  return { task, made, rebuilt, diagnostics };
}

/** The artifact of an earlier build, where nothing it was made from has changed and its file is still the same. */
async function freshArtifact(target: Target, record: BuildRecord, { out }: Workshop): Promise<Artifact | null> {
  const artifact = record.artifacts.get(target.path);
  if (!artifact || record.keys.get(target.path) !== target.key) return null;
  const bytes = await out.read(target.path);
  return bytes && sha256(bytes) === artifact.sha256 ? artifact : null;
}

async function tryProduce(
  task: Task,
  target: Target,
  workshop: Workshop,
  sink: Diagnostic[],
): Promise<Artifact | null> {
  try {
    return await produce(task, target, workshop);
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    sink.push({ code: 'WRITE-FAILED', severity: 'error', message: error.message, subject: target.path });
    return null;
  }
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
  runs: readonly TaskRun[],
  entries: readonly Entry[],
): Pick<BuildResult, 'built' | 'unchanged' | 'failed' | 'pages'> {
  const whole = runs.filter(({ task, made }) => made.length === task.targets.length);
  return {
    built: whole.filter((run) => run.rebuilt).length,
    unchanged: whole.filter((run) => !run.rebuilt).length,
    failed: entries.length - whole.length,
    pages: runs.flatMap(({ made }) => made).reduce((sum, { artifact }) => sum + artifact.pages, 0),
  };
}
