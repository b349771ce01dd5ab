import { eachUnit } from '../unit-documents.js';
import { countOf, recordsWith, spanOf } from '../role-record.js';
import type { RoleRecord } from '../role-record.js';
import type { Finding, Rule } from '../rule.js';

/** The number of adopted opinions is no larger than that of the opinions received. */
export const opinionAdoptedOver: Rule = {
  code: 'OPINION-ADOPTED-OVER',
  severity: 'error',
  title: '采纳的意见不多于收到的',
  detail: '采纳条数比意见条数还多，至少有一个数写错了。',
  source: '数字之间的算术关系',
  examples: {
    good: {
      file: 'units/qiaodong/analysis.md',
      lines: '征求意见:\n  - { 对象: 居民, 方式: 座谈会, 日期: 2027-05-04, 人数: 20, 意见条数: 6, 采纳条数: 6 }',
    },
    bad: {
      file: 'units/qiaodong/analysis.md',
      lines: '征求意见:\n  - { 对象: 居民, 方式: 座谈会, 日期: 2027-05-04, 人数: 20, 意见条数: 6, 采纳条数: 8 }',
    },
  },
  run: eachUnit((unitDocuments) => recordsWith(unitDocuments, 'consultation').flatMap(excessAdoptions)),
};

function excessAdoptions(record: RoleRecord): readonly Finding[] {
  const [received, adopted] = [countOf(record, 'received'), countOf(record, 'adopted')];
  if (received === null || adopted === null || adopted <= received) return [];
  return [
    {
      message: `采纳${adopted}条，多于意见${received}条`,
      span: spanOf(record, 'adopted'),
      hint: '核对两个数。',
      related: [{ message: '意见条数', span: spanOf(record, 'received') }],
    },
  ];
}
