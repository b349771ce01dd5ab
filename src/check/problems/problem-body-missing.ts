import { eachDocumentWith, hasField, recordsIn, spanOf, textOf } from '../role-record.js';
import type { Rule } from '../rule.js';

/** At least one problem is about the leadership itself. */
export const problemBodyMissing: Rule = {
  code: 'PROBLEM-BODY-MISSING',
  severity: 'warning',
  title: '至少有一个问题是班子自己的',
  detail: '分析检查报告查的是领导班子。问题全都写成单位的工作问题，等于班子没有查自己。',
  source: '各地退回分析检查报告的常见理由',
  examples: {
    good: {
      file: 'units/qiaodong/problems.md',
      lines: '问题:\n  - { 编号: P2, 类别: 作风纪律, 指向: 班子, 表现: 中午无人, 例证: 抽查5次, 来源: [Y2] }',
    },
    bad: {
      file: 'units/qiaodong/problems.md',
      lines: '问题:\n  - { 编号: P2, 类别: 作风纪律, 指向: 单位, 表现: 中午无人, 例证: 抽查5次, 来源: [Y2] }',
    },
  },
  run: eachDocumentWith('problem', (report) => {
    const records = recordsIn(report, 'problem').filter((record) => hasField(record, 'about'));
    if (records.length === 0 || records.some((record) => ['班子', '个人'].includes(textOf(record, 'about')))) return [];
    const message = `${records.length}个问题的“指向”都是单位，没有一个指向班子`;
    return [{ message, span: spanOf(report, 'problem'), hint: '查一查班子自身的问题，“指向”写“班子”。' }];
  }),
};
