import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findLowAttendance } from './attendance.js';

/** Enough leaders are present at the thematic meeting. */
export const meetingQuorumShort: Rule = {
  code: 'MEETING-QUORUM-SHORT',
  severity: 'warning',
  title: '民主生活会的到会人数',
  detail: '到会的班子成员不足规定的比例，会议不能召开，开了也要重开。下限写在活动文件的“规则”里。',
  source: '活动文件的“规则”',
  examples: {
    good: { file: 'units/qiaodong/meeting.md', lines: '实到: 2' },
    bad: { file: 'units/qiaodong/meeting.md', lines: '实到: 1' },
  },
  run: eachUnit((unitDocuments) => findLowAttendance(unitDocuments, 'MEETING-QUORUM-SHORT', 'meeting')),
};
