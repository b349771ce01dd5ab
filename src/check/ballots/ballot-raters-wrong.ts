import { numberAt } from '../../model/data.js';
import { eachUnit } from '../unit-documents.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { ballotRecordsOf } from './polls.js';

/** The number of raters equals the number of ballots issued. */
export const ballotRatersWrong: Rule = {
  code: 'BALLOT-RATERS-WRONG',
  severity: 'warning',
  title: '参评人数等于发出的票数',
  detail: '一人一票，各类参评人员的人数合计应等于发出的票数。有人没有领票的，按领票人数写。',
  source: '数字之间的算术关系',
  examples: {
    good: {
      file: 'units/qiaodong/evaluation.md',
      lines: '参评人员:\n  - { 类别: 党员, 人数: 10 }\n  - { 类别: 居民, 人数: 30 }',
    },
    bad: {
      file: 'units/qiaodong/evaluation.md',
      lines: '参评人员:\n  - { 类别: 党员, 人数: 10 }\n  - { 类别: 居民, 人数: 26 }',
    },
  },
  run: eachUnit((unitDocuments) => ballotRecordsOf(unitDocuments).flatMap(unequalCounts)),
};

function unequalCounts(poll: PlacedRecord): readonly Finding[] {
  const counts = placedRecordsAt(poll, 'raters').map(({ data }) => numberAt(data, 'count'));
  const issued = numberAt(poll.data, 'issued');
  if (issued === null || counts.length === 0 || counts.includes(null)) return [];
  const sum = counts.reduce<number>((all, count) => all + (count ?? 0), 0);
  if (sum === issued) return [];
  return [
    {
      message: `参评人员合计${sum}人，发出${issued}张票`,
      span: spanAt(poll, 'raters'),
      hint: '核对各类人数和发出的票数。',
      related: [{ message: '发出', span: spanAt(poll, 'issued') }],
    },
  ];
}
