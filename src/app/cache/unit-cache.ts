import type { CheckScope } from '../../check/scope.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { digestOf, sha256 } from '../../runtime/digest.js';
import { runPool } from '../../runtime/pool.js';
import type { Disk } from '../../model/ports.js';
import type { ContentFile, Project } from '../../model/project.js';
import { toCachedReading } from '../../read/content-file.js';
import type { CachedReading } from '../../read/content-file.js';
import { checkCitations, citationsKey } from '../check/citations.js';
import { readCacheFile, writeCacheFile } from './cache-file.js';

/** What a run learnt of one unit's folder, or of what lies outside all of them, so that the next need not learn it again. */
interface UnitCacheEntry {
  /** The program and the templates by which it was learnt. */
  readonly program: string;
  readonly folder: string;
  readonly files: Readonly<Record<string, CachedReading>>;
  /** What was found in the folder, and the digest of everything that was looked at. */
  readonly checked: { readonly key: string; readonly found: readonly Diagnostic[] };
}

/** The packs of a workspace. One that is lost, or that tells of other texts, costs reading and checking and nothing else. */
export interface UnitCache {
  readonly program: string;
  /** False where nothing was kept and nothing will be: what is learnt is not worth a digest then. */
  readonly enabled: boolean;
  readonly byFolder: Map<string, UnitCacheEntry>;
  /** What was found wrong with citations, which look at all folders at once. */
  readonly citations: Map<string, readonly Diagnostic[]>;
  /** What the disk does not have yet, by the name under which it is kept. */
  readonly unsaved: Map<string, unknown>;
}

/** Where what a run learnt lies until the next, and the state of the program by which it is good. */
export interface CacheLocation {
  readonly out: Disk;
  readonly version: string;
}

/** Packs that are read or written at a time. */
const AT_ONCE = 16;
const CITATIONS = 'citations';
const UNIT = /^content\/units\/([^/]+)\//;

/** Takes in what the last build kept of the folders of these files. */
export async function openUnitCache(
  cacheLocation: CacheLocation | null,
  program: string,
  paths: Iterable<string>,
): Promise<UnitCache> {
  const folders = cacheLocation ? [...new Set([...paths].map(folderOf))] : [];
  const packs = cacheLocation
    ? await runPool(folders, AT_ONCE, (folder) => readEntry(cacheLocation.out, folder, program))
    : [];
  const byFolder = new Map(packs.flatMap((pack) => (pack ? [[pack.folder, pack] as const] : [])));
  const cited =
    cacheLocation &&
    (await readCacheFile<readonly (readonly [string, readonly Diagnostic[]])[]>(cacheLocation.out, CITATIONS));
  return { program, enabled: cacheLocation !== null, byFolder, citations: new Map(cited), unsaved: new Map() };
}

/** Takes in the pack of a folder, where it was made by the same program. */
async function readEntry(out: Disk, folder: string, program: string): Promise<UnitCacheEntry | null> {
  const pack = await readCacheFile<UnitCacheEntry>(out, nameOf(folder));
  return pack?.program === program && pack.folder === folder ? pack : null;
}

function nameOf(folder: string): string {
  return `unit/${folder}`;
}

function folderOf(path: string): string {
  return UNIT.exec(path)?.[1] ?? '';
}

/** What a file was read as when the pack was made. */
export function cachedReading({ byFolder }: UnitCache, path: string): CachedReading | undefined {
  const files = byFolder.get(folderOf(path))?.files;
  return files && Object.hasOwn(files, path) ? files[path] : undefined;
}

/** Takes what was found in a part from its pack, where nothing that the rules look at has changed, else has it checked. */
export function cachedFindings(unitCache: UnitCache): FindingsCache {
  return (scope, check) => {
    if (!unitCache.enabled) return check(scope);
    const key = keyOf(scope, unitCache);
    const known = unitCache.byFolder.get(scope.unit)?.checked;
    if (known?.key === key) return known.found;
    const found = check(scope);
    const pack = {
      program: unitCache.program,
      folder: scope.unit,
      files: toCachedReadings(scope),
      checked: { key, found },
    };
    unitCache.byFolder.set(scope.unit, pack);
    unitCache.unsaved.set(nameOf(scope.unit), pack);
    return found;
  };
}

/** As `recallFindings`, for the figures that prose cites. */
export function cachedCitations({ program, citations, unsaved }: UnitCache, project: Project): readonly Diagnostic[] {
  const cited = citationsKey(project);
  if (cited === '') return [];
  const key = digestOf([program, cited]);
  const known = citations.get(key);
  if (known) return known;
  const found = checkCitations(project);
  citations.clear();
  citations.set(key, found);
  unsaved.set(CITATIONS, [[key, found]]);
  return found;
}

type FindingsCache = (scope: CheckScope, check: (part: CheckScope) => readonly Diagnostic[]) => readonly Diagnostic[];

/** Of everything that the rules of a part look at. */
function keyOf(scope: CheckScope, { program }: UnitCache): string {
  const { campaignFile, unitIds, files } = scope;
  return digestOf([program, campaignFile.digest, unitIds, namesOf(files), filesOf(scope).map(stateOf)]);
}

const names = new WeakMap<CheckScope['files'], string>();

/** Rules ask whether a file is there, and every part asks the same list. */
function namesOf(files: CheckScope['files']): string {
  const known = names.get(files) ?? sha256([...files.keys()].join('\n'));
  names.set(files, known);
  return known;
}

function stateOf({ source, digest, facts }: ContentFile): readonly string[] {
  return [source.path, digest, facts()];
}

function filesOf({ unit, units, entries, volumes, campaignFile }: CheckScope): readonly ContentFile[] {
  return [...(unit === '' ? [campaignFile] : []), ...units, ...entries, ...volumes];
}

function toCachedReadings(scope: CheckScope): UnitCacheEntry['files'] {
  const kept = filesOf(scope).map(({ source }) => [source.path, toCachedReading(source)] as const);
  return Object.fromEntries(kept.filter((pair): pair is [string, CachedReading] => pair[1] !== null));
}

/** Writes down what was learnt, for the next run. */
export async function writeUnitCache(out: Disk, { unsaved }: UnitCache): Promise<void> {
  await runPool([...unsaved], AT_ONCE, ([name, value]) => writeCacheFile(out, name, value));
  unsaved.clear();
}
