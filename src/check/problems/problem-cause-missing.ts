import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE, findUnansweredProblems } from './answered.js';

/** Every problem has a cause. */
export const problemCauseMissing: Rule = {
  code: 'PROBLEM-CAUSE-MISSING',
  severity: 'error',
  completeness: true,
  title: '每个问题都找到原因',
  detail: '分析检查报告要对每一个问题分析原因，一条原因可以管几个问题。只列问题、不找原因的报告通不过评议。',
  source: '活动总体方案：分析检查报告查问题、找原因',
  examples: {
    good: { file: EXAMPLE_FILE, lines: '原因:\n  - { 问题: [P1, P2], 类别: 主观, 原因: 怕麻烦 }' },
    bad: { file: EXAMPLE_FILE, lines: '原因:\n  - { 问题: [P1], 类别: 主观, 原因: 怕麻烦 }' },
  },
  run: eachUnit((unitDocuments) => findUnansweredProblems(unitDocuments, 'cause', '原因')),
};
