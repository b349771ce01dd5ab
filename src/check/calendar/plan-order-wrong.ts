import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findOutOfOrder } from './acts.js';

const PAIRS = [
  ['plan/reviewedOn', 'plan/approvedOn'],
  ['plan/approvedOn', 'plan/firstActivityOn'],
  ['plan/approvedOn', 'plan/mobilisation/on'],
  ['plan/approvedOn', 'plan/study/*/on'],
] as const;

/** A plan is reviewed, then approved, then carried out. */
export const planOrderWrong: Rule = {
  code: 'PLAN-ORDER-WRONG',
  severity: 'warning',
  title: '方案先审阅、后批准、再实施',
  detail:
    '实施方案送检查组审阅、经批准以后，才能动员和开展活动；批准在活动之后，等于没有批准就办。日期写错的改正，确实倒了次序的向活动办公室说明。',
  source: '活动总体方案：实施方案经批准后实施',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '批准日期: 2027-03-03' },
    bad: { file: 'units/qiaodong/plan.md', lines: '批准日期: 2027-03-07' },
  },
  run: eachUnit((unitDocuments) => findOutOfOrder(unitDocuments, PAIRS)),
};
