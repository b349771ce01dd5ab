import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import { collectDiagnostics } from '../../model/diagnostic.js';
import { digestOf, digestOfText } from '../../runtime/digest.js';
import type { Disk, FileEntry } from '../../model/ports.js';
import type { Project } from '../../model/project.js';
import type { Source } from '../../model/source.js';
import { checkProject } from '../../check/rules.js';
import { checkCitations } from '../check/citations.js';
import { groupOfFile, groupsOf, LAST_BUILD_GROUP } from '../cache/groups.js';
import type { Store } from '../cache/store.js';
import { cachedTemplates } from '../cache/template-cache.js';
import { cachedCitations, cachedFindings, cachedReadings } from '../cache/unit-cache.js';
import type { UnitCache } from '../cache/unit-cache.js';
import type { Templates } from '../../read/kinds.js';
import { readProject } from '../../read/project.js';
import { loadSources, readSource } from '../../read/sources.js';
import type { Sources } from '../../read/sources.js';
import { runPool } from '../../runtime/pool.js';

const TEMPLATE_FOLDER = 'templates/';
const CONTENT_FOLDER = 'content';
/** Number of files that are read at a time. */
const CONCURRENCY = 16;

/** Everything in a workspace that a project is read from. Files that did not change stay the same objects. */
export interface LoadedWorkspace {
  readonly templates: Checked<Templates | null>;
  readonly templateSources: Sources;
  readonly files: Map<string, LoadedFile>;
  /** Null if the workspace has no store; no digests are computed then. */
  readonly unitCache: UnitCache | null;
}

/** A file of the content folder: its size, and its text if it is a readable text file. */
interface LoadedFile extends Checked<Source | null> {
  readonly bytes: number;
}

/** The findings in a workspace, and its project; null if there is no valid campaign file. */
export interface LoadedProject extends Checked<Project | null> {
  /** The texts that the findings refer to. */
  readonly sources: Sources;
}

/**
 * Reads and checks a workspace. `shipped` holds the templates that come with the program; `asOf` is the date up to
 * which roll-ups count. Units with valid entries in the store are not read and checked again.
 */
export async function loadProject(
  workspace: Disk,
  shipped: Disk,
  asOf = '',
  store: Store | null = null,
): Promise<LoadedProject> {
  return checkWorkspace(await loadWorkspace(workspace, shipped, store), asOf);
}

export async function loadWorkspace(
  workspace: Disk,
  shipped: Disk,
  store: Store | null = null,
): Promise<LoadedWorkspace> {
  const diagnostics: Diagnostic[] = [];
  const templateSources = await loadTemplates(workspace, shipped, diagnostics);
  const digest = digestOf([...templateSources].map(([path, source]) => [path, digestOfText(source)]));
  const listed = await workspace.list(CONTENT_FOLDER);
  const loaded = await runPool(listed, CONCURRENCY, (file) => loadFile(workspace, file));
  const files = new Map(listed.map(({ path }, at) => [path, loaded[at] as LoadedFile]));
  await store?.load(groupsOf(files.keys()).filter((group) => group !== LAST_BUILD_GROUP));
  const { value, diagnostics: templateFindings } = cachedTemplates(store, digest, templateSources, TEMPLATE_FOLDER);
  const templates = { value, diagnostics: [...diagnostics, ...templateFindings] };
  return { templates, templateSources, files, unitCache: store && { store, templates: digest } };
}

/** Reloads these files of the content folder, and no others. */
export async function refreshWorkspace(
  { files, unitCache }: LoadedWorkspace,
  workspace: Disk,
  paths: readonly string[],
): Promise<void> {
  await unitCache?.store.load(paths.map(groupOfFile));
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    const file = (await workspace.list(folder)).find((entry) => entry.path === path);
    if (file) files.set(path, await loadFile(workspace, file));
    else files.delete(path);
  }
}

/** Reads the project from a loaded workspace and checks it. */
export function checkWorkspace(loaded: LoadedWorkspace, asOf: string): LoadedProject {
  const { unitCache } = loaded;
  const { value: project, diagnostics, sources } = readLoaded(loaded, asOf);
  if (!project) return { value: null, diagnostics, sources };
  return { value: project, diagnostics: [...diagnostics, ...findingsOf(project, unitCache)], sources };
}

/** Reads the project from a loaded workspace, with the findings of reading only. */
export function readLoaded(
  { templates, templateSources, files, unitCache }: LoadedWorkspace,
  asOf: string,
): LoadedProject {
  const diagnostics: Diagnostic[] = [...templates.diagnostics];
  const sortedFiles = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const content = new Map(sortedFiles.flatMap(([path, { value }]) => (value ? [[path, value] as const] : [])));
  diagnostics.push(...sortedFiles.flatMap(([, file]) => file.diagnostics));
  const sources = new Map([...content, ...templateSources]);
  if (!templates.value) return { value: null, diagnostics, sources };
  const sizes = new Map(sortedFiles.map(([path, { bytes }]) => [path, bytes]));
  const kept = unitCache ? cachedReadings(unitCache, content) : undefined;
  const workspace = { content, files: sizes, templates: templates.value, templateSources, asOf, kept };
  const project = collectDiagnostics(diagnostics, readProject(workspace));
  return { value: project, diagnostics, sources };
}

function findingsOf(project: Project, unitCache: UnitCache | null): readonly Diagnostic[] {
  return unitCache
    ? [...checkProject(project, cachedFindings(unitCache, project)), ...cachedCitations(unitCache, project)]
    : [...checkProject(project), ...checkCitations(project)];
}

/** Saves the store, without the entries and files of what is gone. */
export async function saveStore({ files, unitCache }: LoadedWorkspace): Promise<void> {
  if (!unitCache) return;
  const { store } = unitCache;
  store.retain('read', new Set(files.keys()));
  await store.save();
  await store.removeOthers(groupsOf(files.keys()));
}

/** Whether a file of the content folder is read as text. */
export function isText(path: string): boolean {
  return /\.(?:md|csv)$/i.test(path);
}

async function loadFile(disk: Disk, file: FileEntry): Promise<LoadedFile> {
  return {
    bytes: file.bytes,
    ...(isText(file.path) ? await readSource(disk, file) : { value: null, diagnostics: [] }),
  };
}

/** A template of the workspace replaces the shipped one with the same path. */
async function loadTemplates(workspace: Disk, shipped: Disk, sink: Diagnostic[]): Promise<Sources> {
  const endings = ['.hbs', '.yaml'];
  const defaults = collectDiagnostics(sink, await loadSources(shipped, TEMPLATE_FOLDER, endings));
  const local = collectDiagnostics(sink, await loadSources(workspace, TEMPLATE_FOLDER, endings));
  return new Map([...defaults, ...local]);
}
