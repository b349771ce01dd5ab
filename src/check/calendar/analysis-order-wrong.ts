import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findOutOfOrder } from './acts.js';

const PAIRS = [
  ['meeting/heldOn', 'analysis/discussedOn'],
  ['analysis/consultations/*/on', 'analysis/igReview/on'],
  ['analysis/igReview/on', 'analysis/discussedOn'],
  ['analysis/discussedOn', 'analysis/issuedOn'],
] as const;

/** Opinions on the analysis report are collected, then it is reviewed, discussed and issued, in this order. */
export const analysisOrderWrong: Rule = {
  code: 'ANALYSIS-ORDER-WRONG',
  severity: 'warning',
  title: '分析检查报告的征求意见、审阅、讨论有先后',
  detail: '分析检查报告先征求意见，再送检查组审阅，然后开会讨论通过，最后成文；它根据民主生活会来写，所以讨论在会后。',
  source: '活动总体方案：征求意见、检查组审阅、扩大会议讨论',
  examples: {
    good: { file: 'units/qiaodong/analysis.md', lines: '讨论日期: 2027-05-08' },
    bad: { file: 'units/qiaodong/analysis.md', lines: '讨论日期: 2027-05-05' },
  },
  run: eachUnit((unitDocuments) => findOutOfOrder(unitDocuments, PAIRS)),
};
