import { dataAt, numberAt, textAt } from '../../model/data.js';
import { documentOf, eachUnit, recordsOf } from '../unit-documents.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** The votes for the grades of one question add up to the valid ballots. */
export const ballotSumWrong: Rule = {
  code: 'BALLOT-SUM-WRONG',
  severity: 'error',
  title: '各等次票数加起来等于有效票',
  detail:
    '一张有效票在每一项里只选一个等次。测评各等次合计应等于有效票；评议可以有弃权，合计不能超过有效票，少了的要在正文里说明弃权几张。',
  source: '数字之间的算术关系',
  examples: {
    good: {
      file: 'units/qiaodong/evaluation.md',
      lines:
        '评议项目:\n  - { 项目: 问题准不准, 票数: { 好: 30, 一般: 6, 差: 2 } }\n  - { 项目: 措施实不实, 票数: { 好: 30, 一般: 6, 差: 2 } }',
    },
    bad: {
      file: 'units/qiaodong/evaluation.md',
      lines:
        '评议项目:\n  - { 项目: 问题准不准, 票数: { 好: 33, 一般: 6, 差: 2 } }\n  - { 项目: 措施实不实, 票数: { 好: 30, 一般: 6, 差: 2 } }',
    },
  },
  run: eachUnit((unitDocuments) => {
    const evaluation = documentOf(unitDocuments, 'evaluation');
    const dimensions = evaluation
      ? placedRecordsAt(evaluation, 'dimensions').map((record) => ({ record, poll: evaluation }))
      : [];
    const rounds = recordsOf(unitDocuments, 'survey', 'rounds').map((record) => ({ record, poll: record }));
    return [...dimensions, ...rounds].flatMap(({ record, poll }) => wrongSum(record, poll));
  }),
};

function wrongSum(record: PlacedRecord, poll: PlacedRecord): readonly Finding[] {
  const valid = numberAt(poll.data, 'valid');
  const votes = Object.values(dataAt(record.data, 'counts'));
  if (valid === null || votes.length === 0) return [];
  const sum = votes.reduce<number>((all, count) => all + (typeof count === 'number' ? count : 0), 0);
  if (sum === valid) return [];
  const name = textAt(record.data, 'dimension') || textAt(record.data, 'kind');
  const isAbstention = record !== poll && sum < valid;
  return [
    {
      ...(isAbstention ? { severity: 'warning' as const } : {}),
      message: `“${name}”各等次合计${sum}张，有效票${valid}张`,
      span: spanAt(record, 'counts'),
      hint: isAbstention ? `核对票数；有${valid - sum}张弃权的，在正文里写明。` : '核对各等次的票数和有效票。',
      related: [{ message: '有效', span: spanAt(poll, 'valid') }],
    },
  ];
}
