import { eachUnit } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { recordsWith, setOf, spanOf, textOf } from '../role-record.js';
import type { RoleRecord } from '../role-record.js';
import type { Rule } from '../rule.js';

/** Lists whose records state how an opinion was handled. */
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
  run: eachUnit((unitDocuments) =>
    [...recordsWith(unitDocuments, 'opinion'), ...recordsWith(unitDocuments, 'adoption')]
      .filter((record) => mustExplain(record, unitDocuments) && textOf(record, 'reason') === '')
      .map((record) => ({
        message: `处理是“${textOf(record, 'disposal')}”，没有写说明`,
        span: spanOf(record, 'disposal'),
        hint: '在“说明”里写为什么、转给了谁或者采纳了哪一部分。',
      })),
  ),
};

function mustExplain(record: RoleRecord, unitDocuments: UnitDocuments): boolean {
  return setOf(record, 'disposal', unitDocuments)?.explained.includes(textOf(record, 'disposal')) ?? false;
}
