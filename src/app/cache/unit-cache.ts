import type { CheckScope } from '../../check/scope.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { digestOf, digestOfText, sha256 } from '../../runtime/digest.js';
import { lazy } from '../../runtime/lazy.js';
import type { ContentFile, Project } from '../../model/project.js';
import { toCachedReading } from '../../read/content-file.js';
import type { CachedReading, CachedReadings } from '../../read/content-file.js';
import type { Sources } from '../../read/sources.js';
import { checkCitations, citationsKey } from '../check/citations.js';
import { groupOfFile, groupOfUnit, OFFICE_GROUP } from './groups.js';
import type { EntryId, Store } from './store.js';

/** A store for results that depend on the templates, whose digest is an input of each of them. */
export interface UnitCache {
  readonly store: Store;
  readonly templates: string;
}

type FindingsCache = (scope: CheckScope, check: (scope: CheckScope) => readonly Diagnostic[]) => readonly Diagnostic[];

/** Stored readings of files whose texts are unchanged. */
export function cachedReadings({ store, templates }: UnitCache, content: Sources): CachedReadings {
  const digestNow = (input: string): string => (input === 'templates' ? templates : digestAt(input, content));
  return (path) => store.recall<CachedReading>(readingId(path), digestNow)?.value ?? null;
}

/** The empty digest stands for a file that does not exist. */
function digestAt(path: string, content: Sources): string {
  const source = content.get(path);
  return source ? digestOfText(source) : '';
}

function readingId(path: string): EntryId {
  return { stage: 'read', group: groupOfFile(path), name: path };
}

/** Stored findings of a scope if nothing that its rules read has changed; otherwise checks it and stores the results. */
export function cachedFindings({ store, templates }: UnitCache, { files, sources }: Project): FindingsCache {
  // Rules check whether files exist, so the list of files is an input of every scope.
  const fileList = lazy(() => sha256([...files.keys()].join('\n')));
  return (scope, check) => {
    const id: EntryId = { stage: 'check', group: groupOfUnit(scope.unit), name: scope.unit };
    const inputs = { templates, scope: digestOfScope(scope, fileList()) };
    const cached = store.recall<readonly Diagnostic[]>(id, (input) => inputs[input as keyof typeof inputs]);
    if (cached) return cached.value;
    const found = check(scope);
    store.remember(id, inputs, found);
    for (const file of filesOf(scope)) rememberReading(file, { store, templates }, sources);
    return found;
  };
}

function rememberReading({ source }: ContentFile, { store, templates }: UnitCache, sources: Sources): void {
  const reading = toCachedReading(source);
  if (!reading) return;
  const texts = [source.path, ...reading.named].map((path) => [path, digestAt(path, sources)]);
  const inputs = { templates, ...(Object.fromEntries(texts) as Record<string, string>) };
  store.remember(readingId(source.path), inputs, reading);
}

/** As `cachedFindings`, for the figures that prose cites. */
export function cachedCitations({ store, templates }: UnitCache, project: Project): readonly Diagnostic[] {
  const citations = citationsKey(project);
  if (citations === '') return [];
  const id: EntryId = { stage: 'cite', group: OFFICE_GROUP, name: 'citations' };
  const inputs = { templates, citations };
  const cached = store.recall<readonly Diagnostic[]>(id, (input) => inputs[input as keyof typeof inputs]);
  if (cached) return cached.value;
  const found = checkCitations(project);
  store.remember(id, inputs, found);
  return found;
}

/** The digest of everything that the rules of a scope read. */
function digestOfScope(scope: CheckScope, fileList: string): string {
  const { campaignFile, unitIds } = scope;
  return digestOf([campaignFile.digest, unitIds, fileList, filesOf(scope).map(stateOf)]);
}

function stateOf({ source, digest, facts }: ContentFile): readonly string[] {
  return [source.path, digest, facts()];
}

function filesOf({ unit, units, entries, volumes, campaignFile }: CheckScope): readonly ContentFile[] {
  return [...(unit === '' ? [campaignFile] : []), ...units, ...entries, ...volumes];
}
