import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findOutOfOrder } from './acts.js';

const PAIRS = [
  ['evaluation/heldOn', 'rectification/issuedOn'],
  ['rectification/issuedOn', 'rectification/announcements/*/on'],
] as const;

/** The rectification plan follows the evaluation and is announced once issued. */
export const rectificationOrderWrong: Rule = {
  code: 'RECTIFICATION-ORDER-WRONG',
  severity: 'warning',
  title: '先评议、再定整改方案，方案成文后公布',
  detail: '整改落实方案根据评议后的分析检查报告制定，成文以后才向党员和群众公布。',
  source: '活动总体方案：根据分析检查报告制定整改落实方案并公布',
  examples: {
    good: { file: 'units/qiaodong/rectification.md', lines: '成文日期: 2027-05-28' },
    bad: { file: 'units/qiaodong/rectification.md', lines: '成文日期: 2027-05-14' },
  },
  run: eachUnit((unitDocuments) => findOutOfOrder(unitDocuments, PAIRS)),
};
