import type { Finding, Rule } from '../rule.js';
import { offsetAt } from './prose.js';
import type { Prose } from './prose.js';

const CODE = 'NORM-LEVEL-ORDER';
const NAMES = ['一、', '（一）', '1.', '（1）', '①'];

/** Heading levels descend one at a time, and typed numbers do not return to a level above the first one used. */
export const levelOrderRule: Omit<Rule, 'run'> = {
  code: CODE,
  severity: 'warning',
  title: '序号逐级往下排',
  detail:
    '层次依次是“一、”“（一）”“1.”“（1）”。可以从下面一级起，不能跳级，也不能从“1.”倒回“（一）”。标准说的是“可以依次用”，所以只作提醒。',
  source: 'GB/T 9704—2012 第7.3.3条；GB/T 15834—2011 附录B.3.8',
  examples: {
    good: {
      file: 'units/dongmen/plan.md',
      lines: '## 基本原则\n\n（一）先有书\n\n1.买书。\n\n2.借书。\n\n（二）再有课',
    },
    bad: { file: 'units/dongmen/plan.md', lines: '## 基本原则\n\n1.先有书。\n\n（一）买书。' },
  },
};

/** Findings about the order of levels in the prose of one file. */
export function findLevels(prose: readonly Prose[]): readonly Finding[] {
  const body = prose.filter(({ role }) => role === 'heading' || role === 'paragraph');
  return [...skippedLevels(body), ...climbingLevels(body)];
}

function skippedLevels(body: readonly Prose[]): readonly Finding[] {
  const headings = body.filter(({ role }) => role === 'heading');
  return headings.flatMap((heading, index) => {
    const above = headings[index - 1]?.level ?? 0;
    if (heading.level <= above + 1) return [];
    const message = `小标题从第${above}级直接跳到了第${heading.level}级`;
    return [finding(heading, heading.text.length, message, `改成${'#'.repeat(above + 2)}，或者在前面补上一级小标题。`)];
  });
}

/** Numbers of a level that first appears after a lower level of the same section. */
function climbingLevels(body: readonly Prose[]): readonly Finding[] {
  let seen: number[] = [];
  return body.flatMap((prose) => {
    if (prose.role === 'heading') seen = [];
    const level = prose.role === 'heading' ? -1 : levelOf(prose.text);
    if (level < 0) return [];
    const isAboveFirst = !seen.includes(level) && seen.some((other) => other > level);
    seen = [...seen, level];
    if (!isAboveFirst) return [];
    const message = `“${NAMES[level] ?? ''}”排在了更低一级的序号下面`;
    return [finding(prose, 1, message, `层次依次是${NAMES.slice(0, 4).join('')}，把上一级的序号排在前面。`)];
  });
}

const LEVELS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}、/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^\d{1,2}[.．、](?!\d)/,
  /^[（(]\d{1,2}[）)]/,
  /^[①-⑳]/,
];

function levelOf(text: string): number {
  return LEVELS.findIndex((pattern) => pattern.test(text));
}

function finding(prose: Prose, length: number, message: string, hint: string): Finding {
  const start = offsetAt(prose, 0) ?? 0;
  return { message, span: { path: prose.path, start, end: (offsetAt(prose, length - 1) ?? start) + 1 }, hint };
}
