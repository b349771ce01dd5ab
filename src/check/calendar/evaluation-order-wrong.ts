import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findOutOfOrder } from './acts.js';

const PAIRS = [
  ['analysis/issuedOn', 'evaluation/heldOn'],
  ['evaluation/igAgreedOn', 'evaluation/heldOn'],
  ['evaluation/heldOn', 'evaluation/issuedOn'],
  ['evaluation/heldOn', 'evaluation/announcements/*/on'],
] as const;

/** An evaluation takes place after the report is issued and its form is agreed on. */
export const evaluationOrderWrong: Rule = {
  code: 'EVALUATION-ORDER-WRONG',
  severity: 'warning',
  title: '先有报告和检查组同意，再组织评议',
  detail: '评议的是写成的分析检查报告，评议方式先与检查组商定。评议在后，公开和结果报告在评议之后。',
  source: '活动总体方案：评议方式与检查组商定，报告写成后组织评议',
  examples: {
    good: { file: 'units/qiaodong/evaluation.md', lines: '评议日期: 2027-05-15' },
    bad: { file: 'units/qiaodong/evaluation.md', lines: '评议日期: 2027-05-08' },
  },
  run: eachUnit((unitDocuments) => findOutOfOrder(unitDocuments, PAIRS)),
};
