import { UNREPORTED } from '../../model/data.js';
import { pathsOf } from '../../model/project.js';
import type { Entry } from '../../model/project.js';
import type { Span } from '../../model/span.js';
import type { Finding, Rule } from '../rule.js';

/** 未报 occurs in drafts only. */
export const valueUnreported: Rule = {
  code: 'VALUE-UNREPORTED',
  severity: 'error',
  title: '定稿里不能有“未报”',
  detail: '“未报”是说暂时没有数字，只能出现在草稿里。0、无、未报、不适用是四个不同的回答，汇总时分开计。',
  source: '定稿即可对外发出，不留空缺',
  examples: {
    good: { file: 'units/qiaodong/meeting.md', lines: '谈心: 9' },
    bad: { file: 'units/qiaodong/meeting.md', lines: '谈心: 未报' },
  },
  run: ({ entries, sources }) =>
    entries.filter((entry) => !entry.draft).flatMap((entry) => unreportedIn(entry, sources)),
};

function unreportedIn(entry: Entry, sources: ReadonlyMap<string, { readonly text: string }>): readonly Finding[] {
  if (!pathsOf(entry).some((path) => sources.get(path)?.text.includes(UNREPORTED))) return [];
  const isUnreported = (span: Span): boolean =>
    sources.get(span.path)?.text.slice(span.start, span.end).trim() === UNREPORTED;
  return [...entry.places().values()].filter(isUnreported).map((span) => ({
    message: '定稿里这一项写的是“未报”',
    span,
    hint: '补上数字；确实没有写“无”，不涉及写“不适用”；暂时报不出，把状态改为“草稿”。',
  }));
}
