import { eachUnit } from '../unit-documents.js';
import type { Rule } from '../rule.js';
import { findOutOfOrder } from './acts.js';

const PAIRS = [
  ['problems/meetingOn', 'meeting/heldOn'],
  ['meeting/noticeOn', 'meeting/heldOn'],
  ['meeting/heartTalksTo', 'meeting/heldOn'],
  ['meeting/heldOn', 'meeting/issuedOn'],
] as const;

/** Problems are identified and talks are held before the meeting; the report is written after it. */
export const meetingOrderWrong: Rule = {
  code: 'MEETING-ORDER-WRONG',
  severity: 'warning',
  title: '先提炼问题、先谈心，再开民主生活会',
  detail:
    '扩大会议提炼问题在前，通知和谈心在前，民主生活会在后，情况报告在会后成文。次序倒了，会前准备就成了补做的材料。',
  source: '活动总体方案：会前谈心，查找问题后召开专题民主生活会',
  examples: {
    good: { file: 'units/qiaodong/meeting.md', lines: '谈心截止: 2027-04-22' },
    bad: { file: 'units/qiaodong/meeting.md', lines: '日期: 2027-04-20' },
  },
  run: eachUnit((unitDocuments) => findOutOfOrder(unitDocuments, PAIRS)),
};
