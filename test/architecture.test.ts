import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { FORMATS } from '../src/app/build/formats.js';

const SRC = join(import.meta.dirname, '..', 'src');

/** What each folder may import besides itself. The arrow runs from left to right and never back. */
const CORE = ['read', 'check', 'compose', 'formats', 'report', 'filing'] as const;
const BASE = ['layout', 'campaign', 'markdown', 'encoding', 'runtime', 'model'] as const;
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  runtime: ['model'],
  encoding: [],
  markdown: ['model'],
  layout: ['model'],
  campaign: ['model'],
  read: ['campaign', 'markdown', 'encoding', 'runtime', 'model'],
  check: ['campaign', 'markdown', 'model'],
  compose: ['layout', 'campaign', 'markdown', 'runtime', 'model'],
  formats: ['layout', 'encoding', 'runtime', 'model'],
  report: ['campaign', 'encoding', 'model'],
  filing: ['campaign', 'encoding', 'runtime', 'model'],
  app: [...CORE, ...BASE],
  host: ['layout', 'runtime', 'model'],
  cli: ['host', 'app', 'report', 'filing', ...BASE],
  index: ['app', ...CORE, ...BASE],
};

/**
 * Each package is known to one folder only; what writes ZIP files and what distrusts them both inflate, and a workbook is
 * written on one side of the house and read on the other.
 */
const HOMES: Readonly<Record<string, string | readonly string[]>> = {
  'markdown-it': 'markdown',
  'markdown-it-container': 'markdown',
  'gray-matter': 'read',
  'js-yaml': 'read',
  chokidar: 'host',
  yaml: 'read',
  ajv: 'read',
  'csv-parse': 'read',
  '@noble/hashes': 'runtime',
  'fastest-levenshtein': 'read',
  handlebars: 'compose',
  docx: 'formats',
  '@cantoo/pdf-lib': 'formats',
  fflate: ['formats', 'filing'],
  exceljs: 'formats',
  echarts: 'formats',
  '@resvg/resvg-wasm': 'host',
  'puppeteer-core': 'host',
  '@sparticuz/chromium': 'host',
  commander: 'cli',
};

/** Heads and feet of the layout, which have the names of some shipped kinds. */
const FORMS = ['letter', 'order', 'minutes', 'bulletin'];

/** The ids of the shipped kinds: the folders of templates/. */
function kindIds(): readonly string[] {
  const folders = readdirSync(join(SRC, '..', 'templates'));
  return folders.filter((name) => !['partials', 'schemas', ...FORMS].includes(name));
}

/** Files that still find documents by the id of a shipped kind instead of by role. */
const NAMING_KINDS: readonly string[] = [
  'check/agreement/figure-disagrees.ts',
  'check/agreement/figures.ts',
  'check/agreement/record-number-twice.ts',
  'check/agreement/return-unrecorded.ts',
  'check/ballots/ballot-dimension-missing.ts',
  'check/ballots/ballot-sum-wrong.ts',
  'check/ballots/polls.ts',
  'check/ballots/survey-carried-closed.ts',
  'check/ballots/survey-kind-missing.ts',
  'check/ballots/survey-record-missing.ts',
  'check/ballots/survey-round-order.ts',
  'check/ballots/survey-tier-low.ts',
  'check/bulletins/bulletin-article-missing.ts',
  'check/bulletins/series.ts',
  'check/calendar/analysis-order-wrong.ts',
  'check/calendar/evaluation-order-wrong.ts',
  'check/calendar/filing-order-wrong.ts',
  'check/calendar/meeting-order-wrong.ts',
  'check/calendar/mobilisation-early.ts',
  'check/calendar/mobilisation-late.ts',
  'check/calendar/mobilisation-speaker-other.ts',
  'check/calendar/plan-order-wrong.ts',
  'check/calendar/presider-other.ts',
  'check/calendar/rectification-order-wrong.ts',
  'check/calendar/research-order-wrong.ts',
  'check/calendar/step-act-outside.ts',
  'check/calendar/step-plan-missing.ts',
  'check/calendar/step-plan-outside.ts',
  'check/calendar/summary-order-wrong.ts',
  'check/calendar/window.ts',
  'check/content/reference-unknown.ts',
  'check/filing/filing-late.ts',
  'check/filing/filing-material-missing.ts',
  'check/filing/filing-material-unready.ts',
  'check/filing/review-returned.ts',
  'check/filing/summary-filed-undated.ts',
  'check/people/meeting-due-wrong.ts',
  'check/people/role-group-wrong.ts',
  'check/problems/analysis-like-summary.ts',
  'check/rectification/publication-late.ts',
  'check/study/attendance.ts',
  'check/study/lecture-topic-missing.ts',
  'check/study/meeting-notice-short.ts',
  'check/study/meeting-quorum-short.ts',
  'check/study/mobilisation-attendance-low.ts',
  'check/study/observer-missing.ts',
  'check/study/reading-list-incomplete.ts',
  'check/study/research-days-impossible.ts',
  'check/study/research-days-short.ts',
  'check/study/statement-missing.ts',
  'check/study/study-quota-short.ts',
  'compose/template/collectors.ts',
  'filing/life/event.ts',
];

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

function sourceFiles(): readonly string[] {
  const entries = readdirSync(SRC, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function folderOf(file: string): string {
  const [first = ''] = relative(SRC, file).split(sep);
  return first.replace(/\.ts$/, '');
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8');
  const patterns = [/^(?:import|export)\b[^;]*?from '([^']+)';/gm, /\bimport\('([^']+)'\)/g];
  const targets = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  return targets.map((target) => ({ file: relative(SRC, file), folder: folderOf(file), target }));
}

const imports = sourceFiles().flatMap(importsOf);

/** Modules of which Node has an implementation of its own, by their name in imports. */
const ALIASES: Readonly<Record<string, { readonly node: string; readonly default: string }>> = manifest.imports;

/** What is part of every build of the library. The other folders belong to the command and may use Node. */
function isCore(folder: string): boolean {
  return folder !== 'host' && folder !== 'cli';
}

/** Names that Node defines and browsers do not. A type of one of these names counts too. */
const NODE_GLOBALS: ReadonlySet<string> = new Set([
  ...['Buffer', 'process', 'global', 'require', 'module', 'exports', '__dirname', '__filename'],
  ...['setImmediate', 'clearImmediate', 'NodeJS'],
]);

/** Uses of names of Node, each as file and name. Properties and labels of the same name are none. */
function nodeGlobalsIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && NODE_GLOBALS.has(node.text) && !isPropertyName(node))
      found.push(`${relative(SRC, file)}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node && !/^globalThis\b/.test(parent.getText());
  return 'name' in parent && parent.name === node && !ts.isVariableDeclaration(parent) && !ts.isParameter(parent);
}

function packageOf(target: string): string {
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** The files of one circle in the order of their imports; none where there is no circle. */
function circleIn(targets: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return path.slice(path.indexOf(file));
    if (done.has(file)) return [];
    const circle = (targets.get(file) ?? [])
      .map((next) => visit(next, [...path, file]))
      .find(({ length }) => length > 0);
    done.add(file);
    return circle ?? [];
  };
  return [...targets.keys()].map((file) => visit(file, [])).find(({ length }) => length > 0) ?? [];
}

describe('the house', () => {
  it('has the folders it says it has', () => {
    expect(new Set(sourceFiles().map(folderOf))).toEqual(new Set(Object.keys(ALLOWED)));
  });

  it('lets imports run one way', () => {
    const local = imports.filter(({ target }) => target.startsWith('.'));
    const wrong = local.filter(({ file, folder, target }) => {
      const to = folderOf(join(SRC, file, '..', target));
      return to !== folder && !(ALLOWED[folder] ?? []).includes(to);
    });
    expect(local.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it('has no import circle, of types neither', () => {
    const targets = new Map<string, readonly string[]>();
    for (const file of sourceFiles()) {
      const local = importsOf(file).filter(({ target }) => target.startsWith('.'));
      targets.set(
        relative(SRC, file),
        local.map(({ target }) => relative(SRC, join(file, '..', target.replace(/\.js$/, '.ts')))),
      );
    }
    expect(circleIn(targets)).toEqual([]);
  });

  it('keeps files short', () => {
    const lengths = sourceFiles().map((file) => readFileSync(file, 'utf8').split('\n').length - 1);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(300);
    expect(lengths.sort((a, b) => a - b)[lengths.length >> 1]).toBeLessThanOrEqual(60);
  });

  it('keeps folders small', () => {
    const counts = new Map<string, number>();
    for (const file of sourceFiles()) {
      const folder = relative(SRC, join(file, '..'));
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > 25)).toEqual([]);
  });

  it('keeps the machine at the edge: the core runs in a browser', () => {
    const machine = imports.filter(({ target }) => isBuiltin(target));
    expect(machine.length).toBeGreaterThan(20);
    expect(machine.filter(({ folder }) => isCore(folder))).toEqual([]);
    const files = sourceFiles();
    expect(files.filter((file) => !isCore(folderOf(file))).flatMap(nodeGlobalsIn)).not.toEqual([]);
    expect(files.filter((file) => isCore(folderOf(file))).flatMap(nodeGlobalsIn)).toEqual([]);
  });

  it('has a module for browsers wherever Node has one of its own', () => {
    const aliases = imports.filter(({ target }) => target.startsWith('#')).map(({ target }) => target);
    expect(new Set(aliases)).toEqual(new Set(Object.keys(ALIASES)));
    for (const target of new Set(Object.values(ALIASES).map((conditions) => conditions.default)))
      if (target.startsWith('./dist/')) expect(isCore(folderOf(join(SRC, target.slice('./dist/'.length))))).toBe(true);
  });

  it('knows each package in one place', () => {
    const named = imports.map((each) => ({ ...each, target: ALIASES[each.target]?.default ?? each.target }));
    const packages = named.filter(({ target }) => !target.startsWith('.') && !isBuiltin(target));
    const strays = packages.filter(({ folder, target }) => ![HOMES[packageOf(target)]].flat().includes(folder));
    expect(strays).toEqual([]);
  });

  it('names an output format only in the folder of the formats', () => {
    const ids = FORMATS.map(({ id }) => id).join('|');
    const name = new RegExp(`['"](?:${ids})['"]|\\}\\.(?:${ids})\\b`);
    const naming = sourceFiles().filter((file) => name.test(readFileSync(file, 'utf8')));
    expect(naming.filter((file) => folderOf(file) === 'formats').length).toBeGreaterThan(0);
    expect(naming.filter((file) => folderOf(file) !== 'formats')).toEqual([]);
  });

  it('knows no campaign', () => {
    const words = /主题实践|云岭|强服务|优作风|管理处|科学发展/;
    expect(sourceFiles().filter((file) => words.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('finds data by role, not by the id of a shipped kind', () => {
    const named = new RegExp(`'(?:${kindIds().join('|')})(?:/[^']*)?'|kind\\.id [!=]== '`);
    const files = sourceFiles().filter((file) => named.test(readFileSync(file, 'utf8')));
    expect(files.map((file) => relative(SRC, file)).sort()).toEqual(NAMING_KINDS);
  });
});
