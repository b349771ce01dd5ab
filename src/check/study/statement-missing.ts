import { textAt } from '../../model/data.js';
import { eachDocument } from '../unit-documents.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** Every leader speaks at the thematic meeting. */
export const statementMissing: Rule = {
  code: 'STATEMENT-MISSING',
  severity: 'error',
  completeness: true,
  title: '班子成员人人发言',
  detail:
    '民主生活会上每名班子成员都要作对照检查，请假的也要提交书面发言。发言份数应与班子人数相同，不是班子成员的不列入。',
  source: '活动总体方案：班子成员逐一发言',
  examples: {
    good: {
      file: 'units/qiaodong/meeting.md',
      lines: '发言:\n  - { 姓名: 邱若水, 要点: 没有去过窗口 }\n  - { 姓名: 童安, 要点: 单子没有改 }',
    },
    bad: { file: 'units/qiaodong/meeting.md', lines: '发言:\n  - { 姓名: 邱若水, 要点: 没有去过窗口 }' },
  },
  run: eachDocument('meeting', (meeting, { unit }) => {
    const leaders = placedRecordsAt(placedRecord(unit), 'people').filter(({ data }) => data['leader'] === true);
    const spoken = placedRecordsAt(meeting, 'statements').map(({ data }) => textAt(data, 'name'));
    const withoutStatement = leaders.filter(({ data }) => !spoken.includes(textAt(data, 'name')));
    return withoutStatement.map((person) => ({
      message: `班子成员${textAt(person.data, 'name')}没有发言记录`,
      span: spanAt(meeting, 'statements'),
      hint: '补上他的发言要点；请假的写书面发言的要点。',
      related: [{ message: '班子成员', span: spanAt(person, 'name') }],
    }));
  }),
};
