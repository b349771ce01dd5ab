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

const TEMPLATES = 'templates/';
const CONTENT = 'content';
/** Files that are read at a time. */
const READERS = 16;

/** Everything of a workspace that a project is read from. What did not change between two looks is the same object. */
export interface LoadedWorkspace {
  readonly templates: Checked<Templates | null>;
  readonly templateSources: Sources;
  readonly files: Map<string, LoadedFile>;
  readonly unitCache: UnitCache;
}

/** A file of the content folder: its size, and its text where it has one that can be read. */
interface LoadedFile extends Checked<Source | null> {
  readonly bytes: number;
}

/** What was found in a workspace, and the project that it is; null where there is no sound campaign. */
export interface LoadedProject extends Checked<Project | null> {
  /** The texts that the findings are about. */
  readonly sources: Sources;
}

/**
 * Reads and checks a workspace. `shipped` holds the templates that come with the program; `asOf` is the day to which
 * roll-ups count. What the last build kept in `room` is not read and checked again.
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
  const kept = cacheLocation && (await readCacheFile<CachedTemplates>(cacheLocation.out, TEMPLATES));
  const { value, diagnostics: found } = restoreTemplates(kept, program, templateSources, TEMPLATES);
  const templates = { value, diagnostics: [...diagnostics, ...found] };
  const listed = await workspace.list(CONTENT);
  const shelved = await runPool(listed, READERS, (file) => loadFile(workspace, file));
  const files = new Map(listed.map(({ path }, at) => [path, shelved[at] as LoadedFile]));
  const packs = await openUnitCache(cacheLocation, program, files.keys());
  const worthKeeping =
    cacheLocation === null || kept?.program === program ? null : toCachedTemplates(templates, program);
  if (worthKeeping) packs.unsaved.set(TEMPLATES, worthKeeping);
  return { templates, templateSources, files, unitCache: packs };
}

/** Takes in what became of these files of the content folder, without a look at any other. */
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

/** Makes a project of a library and checks it. */
export function checkWorkspace(
  { templates, templateSources, files, unitCache: packs }: LoadedWorkspace,
  asOf: string,
): LoadedProject {
  const diagnostics: Diagnostic[] = [...templates.diagnostics];
  const shelved = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const content = new Map(shelved.flatMap(([path, { value }]) => (value ? [[path, value] as const] : [])));
  diagnostics.push(...shelved.flatMap(([, file]) => file.diagnostics));
  const sources = new Map([...content, ...templateSources]);
  if (!templates.value) return { value: null, diagnostics, sources };
  const sizes = new Map(shelved.map(([path, { bytes }]) => [path, bytes]));
  const kept = packs.enabled ? (path: string): CachedReading | undefined => cachedReading(packs, path) : undefined;
  const workspace = { content, files: sizes, templates: templates.value, templateSources, asOf, kept };
  const project = collect(diagnostics, readProject(workspace));
  if (project) diagnostics.push(...checkProject(project, cachedFindings(packs)), ...cachedCitations(packs, project));
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

/** A workspace's own template takes the place of the shipped one with the same path. */
async function loadTemplates(workspace: Disk, shipped: Disk, sink: Diagnostic[]): Promise<Sources> {
  const endings = ['.hbs', '.yaml'];
  const common = collect(sink, await loadSources(shipped, TEMPLATES, endings));
  const own = collect(sink, await loadSources(workspace, TEMPLATES, endings));
  return new Map([...common, ...own]);
}
