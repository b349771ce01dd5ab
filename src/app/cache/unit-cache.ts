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

/** The cached readings and findings of one unit's folder, or of all files outside unit folders. */
interface UnitCacheEntry {
  /** The digest of the program and the templates that produced it. */
  readonly program: string;
  readonly folder: string;
  readonly files: Readonly<Record<string, CachedReading>>;
  /** The findings in the folder, and the digest of everything that the rules read for them. */
  readonly checked: { readonly key: string; readonly found: readonly Diagnostic[] };
}

/** The unit cache of a workspace. Missing or outdated entries are read and checked again. */
export interface UnitCache {
  readonly program: string;
  /** False if there is no cache folder; no digests are computed then. */
  readonly enabled: boolean;
  readonly byFolder: Map<string, UnitCacheEntry>;
  /** The findings about citations, which depend on all folders. */
  readonly citations: Map<string, readonly Diagnostic[]>;
  /** New values by cache name, not yet written to disk. */
  readonly unsaved: Map<string, unknown>;
}

/** The out folder that holds the cache, and the version of the program for which it is valid. */
export interface CacheLocation {
  readonly out: Disk;
  readonly version: string;
}

/** Number of cache files that are read or written at a time. */
const CONCURRENCY = 16;
const CITATIONS = 'citations';
const UNIT_PATH = /^content\/units\/([^/]+)\//;

/** Reads the cache entries of the folders of these files. */
export async function openUnitCache(
  cacheLocation: CacheLocation | null,
  program: string,
  paths: Iterable<string>,
): Promise<UnitCache> {
  const folders = cacheLocation ? [...new Set([...paths].map(folderOf))] : [];
  const entries = cacheLocation
    ? await runPool(folders, CONCURRENCY, (folder) => readEntry(cacheLocation.out, folder, program))
    : [];
  const byFolder = new Map(entries.flatMap((entry) => (entry ? [[entry.folder, entry] as const] : [])));
  const storedCitations =
    cacheLocation &&
    (await readCacheFile<readonly (readonly [string, readonly Diagnostic[]])[]>(cacheLocation.out, CITATIONS));
  return {
    program,
    enabled: cacheLocation !== null,
    byFolder,
    citations: new Map(storedCitations),
    unsaved: new Map(),
  };
}

/** The cache entry of a folder; null if another program or other templates produced it. */
async function readEntry(out: Disk, folder: string, program: string): Promise<UnitCacheEntry | null> {
  const entry = await readCacheFile<UnitCacheEntry>(out, entryName(folder));
  return entry?.program === program && entry.folder === folder ? entry : null;
}

function entryName(folder: string): string {
  return `unit/${folder}`;
}

function folderOf(path: string): string {
  return UNIT_PATH.exec(path)?.[1] ?? '';
}

/** The cached reading of a file. */
export function cachedReading({ byFolder }: UnitCache, path: string): CachedReading | undefined {
  const files = byFolder.get(folderOf(path))?.files;
  return files && Object.hasOwn(files, path) ? files[path] : undefined;
}

/** Returns cached findings of a scope if nothing that its rules read has changed; otherwise checks the scope. */
export function cachedFindings(unitCache: UnitCache): FindingsCache {
  return (scope, check) => {
    if (!unitCache.enabled) return check(scope);
    const key = keyOf(scope, unitCache);
    const cached = unitCache.byFolder.get(scope.unit)?.checked;
    if (cached?.key === key) return cached.found;
    const found = check(scope);
    const entry = {
      program: unitCache.program,
      folder: scope.unit,
      files: toCachedReadings(scope),
      checked: { key, found },
    };
    unitCache.byFolder.set(scope.unit, entry);
    unitCache.unsaved.set(entryName(scope.unit), entry);
    return found;
  };
}

/** As `cachedFindings`, for the figures that prose cites. */
export function cachedCitations({ program, citations, unsaved }: UnitCache, project: Project): readonly Diagnostic[] {
  const citationKey = citationsKey(project);
  if (citationKey === '') return [];
  const key = digestOf([program, citationKey]);
  const cached = citations.get(key);
  if (cached) return cached;
  const found = checkCitations(project);
  citations.clear();
  citations.set(key, found);
  unsaved.set(CITATIONS, [[key, found]]);
  return found;
}

type FindingsCache = (scope: CheckScope, check: (scope: CheckScope) => readonly Diagnostic[]) => readonly Diagnostic[];

/** The digest of everything that the rules of a scope read. */
function keyOf(scope: CheckScope, { program }: UnitCache): string {
  const { campaignFile, unitIds, files } = scope;
  return digestOf([program, campaignFile.digest, unitIds, fileListDigest(files), filesOf(scope).map(stateOf)]);
}

const fileListDigests = new WeakMap<CheckScope['files'], string>();

/** Rules check whether files exist, so the list of files is part of every key; all scopes share the same list. */
function fileListDigest(files: CheckScope['files']): string {
  const digest = fileListDigests.get(files) ?? sha256([...files.keys()].join('\n'));
  fileListDigests.set(files, digest);
  return digest;
}

function stateOf({ source, digest, facts }: ContentFile): readonly string[] {
  return [source.path, digest, facts()];
}

function filesOf({ unit, units, entries, volumes, campaignFile }: CheckScope): readonly ContentFile[] {
  return [...(unit === '' ? [campaignFile] : []), ...units, ...entries, ...volumes];
}

function toCachedReadings(scope: CheckScope): UnitCacheEntry['files'] {
  const readings = filesOf(scope).map(({ source }) => [source.path, toCachedReading(source)] as const);
  return Object.fromEntries(readings.filter((pair): pair is [string, CachedReading] => pair[1] !== null));
}

/** Writes the new cache entries. */
export async function writeUnitCache(out: Disk, { unsaved }: UnitCache): Promise<void> {
  await runPool([...unsaved], CONCURRENCY, ([name, value]) => writeCacheFile(out, name, value));
  unsaved.clear();
}
