import { numberAt } from '../../model/data.js';
import { daysBetween } from '../../campaign/dates.js';
import { eachDocument } from '../unit-documents.js';
import { dateAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** The days in the field are no more than the calendar days of the research. */
export const researchDaysImpossible: Rule = {
  code: 'RESEARCH-DAYS-IMPOSSIBLE',
  severity: 'error',
  title: '调研天数不超过起止之间的天数',
  detail: '“天数”是实际在基层的天数，不会多于从“起”到“止”的日历天数。',
  source: '数字之间的算术关系',
  examples: {
    good: { file: 'units/qiaodong/research.md', lines: '天数: 10' },
    bad: { file: 'units/qiaodong/research.md', lines: '天数: 12' },
  },
  run: eachDocument('research', (research) => {
    const [from, to, days] = [dateAt(research, 'from'), dateAt(research, 'to'), numberAt(research.data, 'days')];
    if (from === '' || to === '' || days === null || to < from) return [];
    const calendarDays = daysBetween(from, to) + 1;
    if (days <= calendarDays) return [];
    return [
      {
        message: `调研${days}天，从“起”到“止”只有${calendarDays}天`,
        span: spanAt(research, 'days'),
        hint: '核对起止日期和天数。',
        related: [{ message: '止', span: spanAt(research, 'to') }],
      },
    ];
  }),
};
