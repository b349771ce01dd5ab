import { eachUnit } from '../unit-documents.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { meetingsOf } from './attendance.js';
import type { Meeting } from './attendance.js';

/** The number present is no larger than the number due, and those absent account for the difference. */
export const attendanceOverDue: Rule = {
  code: 'ATTENDANCE-OVER-DUE',
  severity: 'error',
  title: '实到不多于应到，加上请假等于应到',
  detail: '实到比应到还多，或者列出的请假人数与应到、实到对不上，至少有一个数写错了。列席人员不计入实到。',
  source: '两个数字之间的算术关系',
  examples: {
    good: { file: 'units/qiaodong/meeting.md', lines: '实到: 2' },
    bad: { file: 'units/qiaodong/meeting.md', lines: '实到: 3' },
  },
  run: eachUnit((unitDocuments) => meetingsOf(unitDocuments).flatMap(inspect)),
};

function inspect({ record, name, due, present }: Meeting): readonly Finding[] {
  const absent = placedRecordsAt(record, 'absent').length;
  const related = [{ message: '应到', span: spanAt(record, 'due') }];
  const hint = '核对应到、实到和请假名单；列席人员另列。';
  if (present > due)
    return [{ message: `${name}实到${present}人，多于应到${due}人`, span: spanAt(record, 'present'), hint, related }];
  if (absent === 0 || present + absent === due) return [];
  const message = `${name}实到${present}人、请假${absent}人，合计${present + absent}人，应到${due}人`;
  return [{ message, span: spanAt(record, 'absent'), hint, related }];
}
