import { findSet } from '../../model/campaign.js';
import { textAt } from '../../model/data.js';
import { eachUnit, recordsOf } from '../unit-documents.js';
import { spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** Lists whose records state how an opinion was handled. */
const LISTS = [
  ['opinions', 'entries'],
  ['analysis', 'adoptions'],
  ['evaluation', 'opinions'],
  ['survey', 'opinions'],
] as const;

/** An opinion whose handling must be explained has a reason. */
export const opinionReasonMissing: Rule = {
  code: 'OPINION-REASON-MISSING',
  severity: 'error',
  completeness: true,
  title: '没有全部采纳的意见要说明',
  detail: '意见要么采纳，要么说明为什么没有采纳、转给了谁。哪些处理方式须写说明，由活动文件的集合“disposals”规定。',
  source: '活动总体方案：意见的采纳情况要反馈',
  examples: {
    good: {
      file: 'units/qiaodong/evaluation.md',
      lines: '意见:\n  - { 意见: 周日也开, 来源: 居民, 处理: 解释说明, 说明: 值班人手不够 }',
    },
    bad: { file: 'units/qiaodong/evaluation.md', lines: '意见:\n  - { 意见: 周日也开, 来源: 居民, 处理: 解释说明 }' },
  },
  run: eachUnit((unitDocuments) => {
    const explained = findSet(unitDocuments.project.campaign, 'disposals')?.explained ?? [];
    const records = LISTS.flatMap(([kind, list]) => recordsOf(unitDocuments, kind, list));
    return records
      .filter(({ data }) => explained.includes(textAt(data, 'disposal')) && textAt(data, 'reason') === '')
      .map((record) => ({
        message: `处理是“${textAt(record.data, 'disposal')}”，没有写说明`,
        span: spanAt(record, 'disposal'),
        hint: '在“说明”里写为什么、转给了谁或者采纳了哪一部分。',
      }));
  }),
};
