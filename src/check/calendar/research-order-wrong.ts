import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findOutOfOrder } from './acts.js';

const PAIRS = [
  ['research/from', 'research/to'],
  ['research/to', 'research/issuedOn'],
  ['opinions/from', 'opinions/to'],
  ['opinions/to', 'opinions/issuedOn'],
  ['problems/meetingOn', 'problems/issuedOn'],
] as const;

/** Reports are written after the work that they report on. */
export const researchOrderWrong: Rule = {
  code: 'RESEARCH-ORDER-WRONG',
  severity: 'warning',
  title: '调研结束以后写报告',
  detail: '调研先起后止，报告在调研之后成文；登记册也在收意见之后成文。先写后调的报告会被看作闭门造车。',
  source: '一般次序',
  examples: {
    good: { file: 'units/qiaodong/research.md', lines: '成文日期: 2027-03-31' },
    bad: { file: 'units/qiaodong/research.md', lines: '成文日期: 2027-03-20' },
  },
  run: eachUnit((unitDocuments) => findOutOfOrder(unitDocuments, PAIRS)),
};
