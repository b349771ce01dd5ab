import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findUnansweredProblems } from './answered.js';

/** Every problem becomes an item of the rectification plan. */
export const problemItemMissing: Rule = {
  code: 'PROBLEM-ITEM-MISSING',
  severity: 'error',
  completeness: true,
  title: '每个问题都列入整改',
  detail: '问题报告里的问题，整改落实方案里都要有事项来改。暂时改不了的也要列，写明分几步。',
  source: '活动总体方案：整改落实方案针对查找出的问题',
  examples: {
    good: {
      file: 'units/qiaodong/rectification.md',
      lines: '建言献策: 5',
    },
    bad: {
      file: 'units/qiaodong/rectification.md',
      lines:
        '整改事项:\n  - { 序号: 1, 问题: P1, 内容: 印单子, 目标: 不跑第二趟, 措施: 18件各印一张, 责任人: 童安, 主办: 窗口, 时限: 2027-06-10, 难易: 立即整改 }',
    },
  },
  run: eachUnit((unitDocuments) => findUnansweredProblems(unitDocuments, 'item', '整改事项')),
};
