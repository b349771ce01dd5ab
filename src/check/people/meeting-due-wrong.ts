import { numberAt } from '../../model/data.js';
import { eachUnit, documentOf } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** The number of people due at the thematic meeting is the number of leaders. */
export const meetingDueWrong: Rule = {
  code: 'MEETING-DUE-WRONG',
  severity: 'warning',
  title: '民主生活会的应到人数就是班子人数',
  detail: '民主生活会应到的是班子成员，列席的不算。应到与班子人数不同，不是名单错了，就是把列席的算进去了。',
  source: '专题民主生活会由领导班子成员参加',
  examples: {
    good: { file: 'units/qiaodong/meeting.md', lines: '应到: 2' },
    bad: { file: 'units/qiaodong/meeting.md', lines: '应到: 5' },
  },
  run: eachUnit((unitDocuments) => {
    const meeting = documentOf(unitDocuments, 'meeting');
    const [due, leaders] = [
      meeting ? numberAt(meeting.data, 'due') : null,
      numberAt(unitDocuments.unit.data, 'leaders'),
    ];
    if (!meeting || due === null || leaders === null || due === leaders) return [];
    return [
      {
        message: `民主生活会应到${due}人，班子有${leaders}人`,
        span: spanAt(meeting, 'due'),
        hint: '核对应到人数；列席的写进“列席”。',
        related: [{ message: '班子人数', span: spanAt(placedRecord(unitDocuments.unit), 'leaders') }],
      },
    ];
  }),
};
