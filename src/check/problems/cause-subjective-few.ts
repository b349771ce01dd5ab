import { eachDocumentWith, recordsIn, spanOf, textOf } from '../role-record.js';
import type { Rule } from '../rule.js';

/** Subjective causes are no fewer than objective ones. */
export const causeSubjectiveFew: Rule = {
  code: 'CAUSE-SUBJECTIVE-FEW',
  severity: 'warning',
  title: '主观原因不少于客观原因',
  detail: '原因要从自己身上找。客观原因比主观原因多的报告，会被认为避重就轻。',
  source: '各地退回分析检查报告的常见理由',
  examples: {
    good: {
      file: 'units/qiaodong/analysis.md',
      lines: '原因:\n  - { 问题: [P1], 类别: 主观, 原因: 怕麻烦 }\n  - { 问题: [P2], 类别: 客观, 原因: 人少 }',
    },
    bad: {
      file: 'units/qiaodong/analysis.md',
      lines: '原因:\n  - { 问题: [P1], 类别: 客观, 原因: 事多 }\n  - { 问题: [P2], 类别: 客观, 原因: 人少 }',
    },
  },
  run: eachDocumentWith('cause', (report) => {
    const kinds = recordsIn(report, 'cause').map((record) => textOf(record, 'causeKind'));
    const [subjective, objective] = [
      kinds.filter((kind) => kind === '主观').length,
      kinds.filter((kind) => kind === '客观').length,
    ];
    if (subjective >= objective) return [];
    const message = `主观原因${subjective}条，客观原因${objective}条，主观不应少于客观`;
    return [{ message, span: spanOf(report, 'cause'), hint: '多从思想、作风和工作方法上找原因；客观原因归并着写。' }];
  }),
};
