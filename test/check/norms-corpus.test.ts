import { scopesOf } from '../../src/check/scope.js';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normRules } from '../../src/check/norms/rules.js';
import { loadSample } from '../support/sample.js';
import { ROOT } from '../support/workspace.js';
import { projectOf } from './norms-project.js';

const PAGE = join(ROOT, 'docs', 'norms.md');
const ENOUGH = 0.9;

interface Passage {
  readonly text: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

function linesOf(name: string): readonly string[] {
  const lines = readFileSync(join(ROOT, 'test', 'corpus', name), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('// '));
}

function examine(text: string, expected: readonly string[]): Passage {
  const project = projectOf(text.replaceAll('⏎', '\n'));
  return { text, expected, found: normRules.filter((norm) => norm.run(project).length > 0).map(({ code }) => code) };
}

const correct = linesOf('correct.txt').map((text) => examine(text, []));
const faulty = linesOf('faulty.txt').map((line) => {
  const [codes = '', text = ''] = line.split('\t');
  return examine(text, codes.split(','));
});
const passages = [...correct, ...faulty];

/** Right, wrong and overlooked findings of one rule, each passage counted once. */
function scoreOf(code: string): { readonly hits: number; readonly wrong: number; readonly missed: number } {
  const count = (test: (passage: Passage) => boolean): number => passages.filter(test).length;
  return {
    hits: count(({ expected, found }) => expected.includes(code) && found.includes(code)),
    wrong: count(({ expected, found }) => !expected.includes(code) && found.includes(code)),
    missed: count(({ expected, found }) => expected.includes(code) && !found.includes(code)),
  };
}

const ratio = (part: number, whole: number): string => (whole === 0 ? '—' : (part / whole).toFixed(2));
const LEVELS = { error: '错误', warning: '提醒', info: '说明' } as const;

const rows = normRules.map((norm) => {
  const { hits, wrong, missed } = scoreOf(norm.code);
  return { norm, hits, wrong, missed, precision: hits + wrong === 0 ? 0 : hits / (hits + wrong) };
});

function page(): string {
  const lines = rows.map(
    ({ norm, hits, wrong, missed }) =>
      `| ${norm.code} | ${norm.title} | ${LEVELS[norm.severity]} | ${norm.source} | ${hits} | ${wrong} | ${missed} | ${ratio(hits, hits + wrong)} | ${ratio(hits, hits + missed)} |`,
  );
  const sum = (key: 'hits' | 'wrong' | 'missed'): number => rows.reduce((total, row) => total + row[key], 0);
  return [
    '# 行文规范',
    '',
    '<!-- 由 test/check/norms-corpus.test.ts 生成，不要手改。 -->',
    '',
    `“check” 按下面的规范看正文和信息栏里的文字。测准用的语料在 test/corpus：正确的 ${correct.length} 段，有毛病的 ${faulty.length} 段。`,
    '“查对”是该查出而查出的段数，“误报”是不该报而报的，“漏报”是该报而没报的；准确率＝查对÷（查对＋误报），查全率＝查对÷（查对＋漏报）。准确率不到 0.90 的只作提醒。',
    '',
    '| 代码 | 规范 | 程度 | 依据 | 查对 | 误报 | 漏报 | 准确率 | 查全率 |',
    '| --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    `| 合计 | | | | ${sum('hits')} | ${sum('wrong')} | ${sum('missed')} | ${ratio(sum('hits'), sum('hits') + sum('wrong'))} | ${ratio(sum('hits'), sum('hits') + sum('missed'))} |`,
    '',
  ].join('\n');
}

describe('the writing norms on the corpus', () => {
  it('has enough passages, each of them once', () => {
    expect(correct.length).toBeGreaterThanOrEqual(150);
    expect(faulty.length).toBeGreaterThanOrEqual(150);
    expect(new Set(passages.map(({ text }) => text)).size).toBe(passages.length);
    const codes = new Set(normRules.map(({ code }) => code));
    expect(faulty.flatMap(({ expected }) => expected).filter((code) => !codes.has(code))).toEqual([]);
  });

  it('leaves correct passages alone', () => {
    const disturbed = correct.filter(({ found }) => found.length > 0).map(({ text, found }) => [...found, text]);
    expect(disturbed).toEqual([]);
  });

  it('finds in faulty passages what is said of them and nothing else', () => {
    const surplus = faulty
      .map(({ text, expected, found }) => [...found.filter((code) => !expected.includes(code)), text])
      .filter((line) => line.length > 1);
    expect(surplus).toEqual([]);
  });

  it('gives every norm three passages at least, and lets only precise ones be errors', () => {
    expect(rows.filter(({ hits }) => hits < 3).map(({ norm }) => norm.code)).toEqual([]);
    const bold = rows.filter(({ norm, precision }) => norm.severity === 'error' && precision < ENOUGH);
    expect(bold.map(({ norm }) => norm.code)).toEqual([]);
  });

  it('finds nothing in the sample district, whose thousands of passages it was not made for', async () => {
    const { value } = await loadSample();
    const parts = scopesOf(value!);
    const runs = parts.flatMap((scope) => normRules.map((norm) => [norm, norm.run(scope)] as const));
    const found = runs.flatMap(([norm, hits]) => hits.map(({ message, span }) => [norm.code, message, span]));
    expect(found).toEqual([]);
  });

  it('has its figures in docs/norms.md', () => {
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(PAGE, page());
    expect(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '').toBe(page());
  });
});
