import { collectDiagnostics, hasErrors } from '../model/diagnostic.js';
import type { Checked, Diagnostic } from '../model/diagnostic.js';
import { textAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import type { Kind } from '../model/kind.js';
import type { ContentFile, Entry, Project, Unit, VolumeFile } from '../model/project.js';
import type { Source } from '../model/source.js';
import { toCampaign } from './campaign.js';
import { readContentFile } from './content-file.js';
import type { CachedReadings } from './content-file.js';
import type { Templates } from './kinds.js';
import { nearestWord } from './nearest.js';
import { rollupEntries } from './rollups.js';
import type { Sources } from './sources.js';

const CONTENT = 'content/';
const CAMPAIGN = 'content/campaign.md';
const VOLUME = /^content\/volumes\/([^/]+)\.md$/;
const UNIT = /^content\/units\/([^/]+)\/unit\.md$/;

/** The inputs of `readProject`. */
export interface Workspace {
  readonly content: Sources;
  readonly files: ReadonlyMap<string, number>;
  readonly templates: Templates;
  readonly templateSources: Sources;
  /** The cut-off date of roll-ups (YYYY-MM-DD), in place of the campaign's. */
  readonly asOf?: string;
  /** Readings of earlier builds. */
  readonly kept?: CachedReadings | undefined;
}

/** Reads the whole workspace. The value is null if the campaign file is missing or has errors. */
export function readProject({
  content,
  files,
  templates,
  templateSources,
  asOf = '',
  kept: cache,
}: Workspace): Checked<Project | null> {
  const source = content.get(CAMPAIGN);
  if (!source) return { value: null, diagnostics: [noCampaign()] };
  const campaign = readContentFile(source, templates.campaignSchema, content, () => 'final', cache);
  if (hasErrors(campaign.diagnostics)) return { value: null, diagnostics: campaign.diagnostics };
  const diagnostics = [...campaign.diagnostics];
  const units = collectDiagnostics(diagnostics, readUnits(content, templates, cache));
  const entries = collectDiagnostics(diagnostics, readEntries(content, templates.kinds, cache));
  const volumes = collectDiagnostics(diagnostics, readVolumes(content, templates));
  diagnostics.push(...unknownFiles(content, templates.kinds), ...missingUnits(entries, units));
  const rollups = rollupEntries(templates.kinds, entries, campaign.value.data, asOf);
  const value = {
    campaign: toCampaign(campaign.value.data),
    campaignFile: campaign.value,
    units: units.sort((a, b) => orderOf(a) - orderOf(b) || compare(a.id, b.id)),
    unitIds: units.map(({ id }) => id),
    entries: [...entries, ...rollups].sort((a, b) => compare(a.id, b.id)),
    volumes,
    kinds: templates.kinds,
    unitSchema: templates.unitSchema,
    volumeSchema: templates.volumeSchema,
    partials: templates.partials,
    sources: new Map([...content, ...templateSources]),
    files,
  };
  return { value, diagnostics };
}

function noCampaign(): Diagnostic {
  const message = '这里没有 content/campaign.md，不知道是什么活动';
  const hint = '在放有 content 文件夹的地方运行，或者用“--workspace 文件夹”指明；新建活动先写 content/campaign.md。';
  return { code: 'WORKSPACE-EMPTY', severity: 'error', message, hint };
}

function readUnits(content: Sources, templates: Templates, cache?: CachedReadings): Checked<Unit[]> {
  const diagnostics: Diagnostic[] = [];
  const value = [...content.values()].flatMap((source): readonly Unit[] => {
    const id = UNIT.exec(source.path)?.[1];
    if (id === undefined) return [];
    const result = readContentFile(source, templates.unitSchema, content, () => 'final', cache);
    return [{ ...collectDiagnostics(diagnostics, result), id }];
  });
  return { value, diagnostics };
}

function readVolumes(content: Sources, { volumeSchema }: Templates): Checked<VolumeFile[]> {
  const diagnostics: Diagnostic[] = [];
  const value = [...content.values()].flatMap((source): readonly VolumeFile[] => {
    const id = VOLUME.exec(source.path)?.[1];
    if (id === undefined) return [];
    const file = collectDiagnostics(
      diagnostics,
      readContentFile(source, volumeSchema, content, () => 'final'),
    );
    return [{ ...file, id }];
  });
  return { value: value.sort((a, b) => compare(a.id, b.id)), diagnostics };
}

function readEntries(content: Sources, kinds: readonly Kind[], cache?: CachedReadings): Checked<Entry[]> {
  const diagnostics: Diagnostic[] = [];
  const value = [...content.values()].flatMap((source): readonly Entry[] => {
    const match = matchKind(source.path, kinds);
    if (!match) return [];
    const result = readContentFile(source, match.kind.schema, content, strictness, cache);
    diagnostics.push(...result.diagnostics);
    return [toEntry(result.value, match, isReadable(result.diagnostics))];
  });
  return { value, diagnostics };
}

function strictness(data: Data): 'draft' | 'final' {
  return textAt(data, 'status') === '草稿' ? 'draft' : 'final';
}

// The same file object gives the same entry object, so that caches keyed by entry stay valid.
const entryCache = new WeakMap<ContentFile, Entry>();

function toEntry(file: ContentFile, { kind, unit }: Match, readable: boolean): Entry {
  const cached = entryCache.get(file);
  if (cached?.kind === kind) return cached;
  const id = file.source.path.slice(CONTENT.length).replace(/\.md$/, '');
  const entry = { ...file, kind, id, unit, draft: strictness(file.data) === 'draft', readable };
  entryCache.set(file, entry);
  return entry;
}

function isReadable(diagnostics: readonly Diagnostic[]): boolean {
  return !diagnostics.some(({ code }) => code.startsWith('FRONT-MATTER-'));
}

interface Match {
  readonly kind: Kind;
  readonly unit: string;
}

function matchKind(path: string, kinds: readonly Kind[]): Match | null {
  for (const kind of kinds) {
    if (kind.scope !== 'content') continue;
    const match = patternOf(kind).exec(path);
    if (match) return { kind, unit: match.groups?.['unit'] ?? '' };
  }
  return null;
}

const patterns = new WeakMap<Kind, RegExp>();

function patternOf(kind: Kind): RegExp {
  const pattern = patterns.get(kind) ?? filePattern(kind.file);
  patterns.set(kind, pattern);
  return pattern;
}

/**
 * Converts a pattern such as `units/{unit}/plan.md` or `bulletins/*.md` to a regular expression for workspace paths.
 */
function filePattern(file: string): RegExp {
  const source = file.replaceAll('.', '\\.').replaceAll('*', '[^/]+').replaceAll('{unit}', '(?<unit>[^/]+)');
  return new RegExp(`^${CONTENT}${source}$`);
}

function unknownFiles(content: Sources, kinds: readonly Kind[]): readonly Diagnostic[] {
  const names = kinds.map((kind) => kind.file.split('/').at(-1) ?? '');
  const known = [...new Set(names.filter((name) => name !== '' && !name.includes('*')))];
  return [...content.values()]
    .filter(({ path }) => path.endsWith('.md') && !isKnown(path, kinds))
    .map((source) => unknownFile(source, known));
}

function isKnown(path: string, kinds: readonly Kind[]): boolean {
  return path === CAMPAIGN || UNIT.test(path) || VOLUME.test(path) || matchKind(path, kinds) !== null;
}

function unknownFile({ path }: Source, known: readonly string[]): Diagnostic {
  const near = nearestWord(path.split('/').at(-1) ?? '', known);
  const message = `不认识这个文件，没有生成文件${near === '' ? '' : `；是不是想写 ${near}？`}`;
  return {
    code: 'FILE-UNKNOWN',
    severity: 'warning',
    message,
    span: { path, start: 0, end: 0 },
    hint: `能认的文件名：${known.join('、')}。`,
  };
}

function missingUnits(entries: readonly Entry[], units: readonly Unit[]): readonly Diagnostic[] {
  const known = new Set(units.map((unit) => unit.id));
  const orphans = new Map(
    entries.filter((entry) => entry.unit !== '' && !known.has(entry.unit)).map((entry) => [entry.unit, entry]),
  );
  return [...orphans].map(([unit, entry]) => ({
    code: 'UNIT-MISSING',
    severity: 'error',
    message: `文件夹 units/${unit} 里没有可用的 unit.md，不知道是哪个单位`,
    span: { path: entry.source.path, start: 0, end: 0 },
    hint: '在这个文件夹里补一个 unit.md，写明全称、简称、类别和人员。',
  }));
}

function orderOf(unit: Unit): number {
  return typeof unit.data['order'] === 'number' ? unit.data['order'] : Number.MAX_SAFE_INTEGER;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
