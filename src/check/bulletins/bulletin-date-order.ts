import { printDate } from '../../campaign/dates.js';
import { spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { seriesOf } from './series.js';

/** A later issue has a later date. */
export const bulletinDateOrder: Rule = {
  code: 'BULLETIN-DATE-ORDER',
  severity: 'warning',
  title: '简报按日期先后编号',
  detail: '期号大的日期不会在前。日期或期号至少写错了一个。',
  source: '简报编号的惯例',
  examples: {
    good: { file: 'bulletins/002.md', lines: '成文日期: 2027-03-10' },
    bad: { file: 'bulletins/002.md', lines: '成文日期: 2027-03-09' },
  },
  scope: 'whole',
  run: (project) =>
    seriesOf(project).flatMap((issues) =>
      issues.flatMap((issue, index) => {
        const before = issues[index - 1];
        if (!before || issue.on === '' || issue.on >= before.on) return [];
        return [
          {
            message: `第${issue.no}期是${printDate(issue.on)}，早于第${before.no}期的${printDate(before.on)}`,
            span: spanAt(issue.record, 'issuedOn'),
            hint: '核对日期和期号。',
            related: [{ message: `第${before.no}期`, span: spanAt(before.record, 'issuedOn') }],
          },
        ];
      }),
    ),
};
