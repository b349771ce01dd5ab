import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE, findUnansweredProblems } from './answered.js';

/** Every problem has a measure. */
export const problemMeasureMissing: Rule = {
  code: 'PROBLEM-MEASURE-MISSING',
  severity: 'error',
  completeness: true,
  title: '每个问题都有举措',
  detail: '分析检查报告提出的举措要逐个对上问题，一条举措可以管几个问题。',
  source: '活动总体方案：举措针对问题',
  examples: {
    good: { file: EXAMPLE_FILE, lines: '举措:\n  - { 问题: [P1, P2], 举措: 班子轮值, 期限: 立即解决 }' },
    bad: { file: EXAMPLE_FILE, lines: '举措:\n  - { 问题: [P2], 举措: 班子轮值, 期限: 立即解决 }' },
  },
  run: eachUnit((unitDocuments) => findUnansweredProblems(unitDocuments, 'countermeasure', '举措')),
};
