import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findOutOfOrder } from './acts.js';

const PAIRS = [
  ['analysis/issuedOn', 'filing/filedOn'],
  ['evaluation/issuedOn', 'filing/filedOn'],
  ['filing/issuedOn', 'filing/filedOn'],
] as const;

/** Documents are issued before they are filed. */
export const filingOrderWrong: Rule = {
  code: 'FILING-ORDER-WRONG',
  severity: 'warning',
  title: '备案的材料成文以后才能报送',
  detail: '备案报告和所附材料都成文以后才能报送。报送日期早于材料的成文日期，说明报送的不是这一份。',
  source: '备案材料以定稿为准',
  examples: {
    good: { file: 'units/qiaodong/filing.md', lines: '报送日期: 2027-05-20' },
    bad: { file: 'units/qiaodong/filing.md', lines: '报送日期: 2027-05-17' },
  },
  run: eachUnit((unitDocuments) => findOutOfOrder(unitDocuments, PAIRS)),
};
