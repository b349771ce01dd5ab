import type { Checked, Diagnostic } from '../../model/diagnostic.js';
import { collect } from '../../model/diagnostic.js';
import { digestOf, digestOfText } from '../../runtime/digest.js';
import type { Disk, FileEntry } from '../../model/ports.js';
import type { Project } from '../../model/project.js';
import type { Source } from '../../model/source.js';
import { checkProject } from '../../check/rules.js';
import { readCacheFile } from '../cache/cache-file.js';
import { toCachedTemplates, restoreTemplates } from '../cache/template-cache.js';
import type { CachedTemplates } from '../cache/template-cache.js';
import { cachedReading, openUnitCache, cachedCitations, cachedFindings } from '../cache/unit-cache.js';
import type { CacheLocation, UnitCache } from '../cache/unit-cache.js';
import type { CachedReading } from '../../read/content-file.js';
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
  readonly unitCache: UnitCache;
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
 * which roll-ups count. Units with a valid entry in the cache at `cacheLocation` are not read and checked again.
 */
export async function loadProject(
  workspace: Disk,
  shipped: Disk,
  asOf = '',
  cacheLocation: CacheLocation | null = null,
): Promise<LoadedProject> {
  return checkWorkspace(await loadWorkspace(workspace, shipped, cacheLocation), asOf);
}

export async function loadWorkspace(
  workspace: Disk,
  shipped: Disk,
  cacheLocation: CacheLocation | null = null,
): Promise<LoadedWorkspace> {
  const diagnostics: Diagnostic[] = [];
  const templateSources = await loadTemplates(workspace, shipped, diagnostics);
  const texts = [...templateSources].map(([path, source]) => [path, digestOfText(source)]);
  const program = digestOf([cacheLocation?.version ?? '', texts]);
  const cachedTemplates = cacheLocation && (await readCacheFile<CachedTemplates>(cacheLocation.out, TEMPLATE_FOLDER));
  const { value, diagnostics: templateFindings } = restoreTemplates(
    cachedTemplates,
    program,
    templateSources,
    TEMPLATE_FOLDER,
  );
  const templates = { value, diagnostics: [...diagnostics, ...templateFindings] };
  const listed = await workspace.list(CONTENT_FOLDER);
  const loaded = await runPool(listed, CONCURRENCY, (file) => loadFile(workspace, file));
  const files = new Map(listed.map(({ path }, at) => [path, loaded[at] as LoadedFile]));
  const unitCache = await openUnitCache(cacheLocation, program, files.keys());
  const newTemplates =
    cacheLocation === null || cachedTemplates?.program === program ? null : toCachedTemplates(templates, program);
  if (newTemplates) unitCache.unsaved.set(TEMPLATE_FOLDER, newTemplates);
  return { templates, templateSources, files, unitCache };
}

/** Reloads these files of the content folder, and no others. */
export async function refreshWorkspace(
  { files }: LoadedWorkspace,
  workspace: Disk,
  paths: readonly string[],
): Promise<void> {
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
  const findings = [...checkProject(project, cachedFindings(unitCache)), ...cachedCitations(unitCache, project)];
  return { value: project, diagnostics: [...diagnostics, ...findings], sources };
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
  const kept = unitCache.enabled
    ? (path: string): CachedReading | undefined => cachedReading(unitCache, path)
    : undefined;
  const workspace = { content, files: sizes, templates: templates.value, templateSources, asOf, kept };
  const project = collect(diagnostics, readProject(workspace));
  return { value: project, diagnostics, sources };
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
  const defaults = collect(sink, await loadSources(shipped, TEMPLATE_FOLDER, endings));
  const local = collect(sink, await loadSources(workspace, TEMPLATE_FOLDER, endings));
  return new Map([...defaults, ...local]);
}
