import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findLowAttendance } from './attendance.js';

/** Enough of the people due are present at the unit's mobilisation meeting. */
export const mobilisationAttendanceLow: Rule = {
  code: 'MOBILISATION-ATTENDANCE-LOW',
  severity: 'warning',
  title: '动员会的到会率',
  detail: '到会的人太少，动员就没有到位，要说明原因并补讲。下限写在活动文件的“规则”里。',
  source: '活动文件的“规则”',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '动员会: { 日期: 2027-03-05, 动员人: 邱若水, 应到: 16, 实到: 13 }' },
    bad: { file: 'units/qiaodong/plan.md', lines: '动员会: { 日期: 2027-03-05, 动员人: 邱若水, 应到: 16, 实到: 12 }' },
  },
  run: eachUnit((unitDocuments) => findLowAttendance(unitDocuments, 'MOBILISATION-ATTENDANCE-LOW', 'plan')),
};
