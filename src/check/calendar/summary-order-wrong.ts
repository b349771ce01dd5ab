import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findOutOfOrder } from './acts.js';

const PAIRS = [
  ['summary/approvedOn', 'summary/meetingOn'],
  ['summary/meetingOn', 'summary/filedOn'],
  ['summary/approvedOn', 'summary/issuedOn'],
  ['survey/issuedOn', 'summary/issuedOn'],
] as const;

/** A summary is approved, then presented at the meeting, then filed. */
export const summaryOrderWrong: Rule = {
  code: 'SUMMARY-ORDER-WRONG',
  severity: 'warning',
  title: '总结先通过、再开会、后报送',
  detail: '总结报告经会议通过，在总结大会上宣读，然后报送；总结里要有测评结果，所以成文不早于测评报告。',
  source: '活动总体方案：总结报告通过后召开总结大会并报送',
  examples: {
    good: { file: 'units/qiaodong/summary.md', lines: '报送日期: 2027-07-25' },
    bad: { file: 'units/qiaodong/summary.md', lines: '报送日期: 2027-07-22' },
  },
  run: eachUnit((unitDocuments) => findOutOfOrder(unitDocuments, PAIRS)),
};
