import { numberAt } from '../../model/data.js';
import { eachUnit } from '../unit-documents.js';
import { spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { ballotRecordsOf } from './polls.js';

const DESCENDING_COUNTS = [
  ['issued', '发出', 'returned', '收回'],
  ['returned', '收回', 'valid', '有效'],
] as const;

/** Valid ballots are no more than returned ones, those no more than issued ones. */
export const ballotCountWrong: Rule = {
  code: 'BALLOT-COUNT-WRONG',
  severity: 'error',
  title: '有效票不多于收回，收回不多于发出',
  detail: '发出、收回、有效三个数只会越来越小。后面的比前面的大，至少有一个写错了。',
  source: '数字之间的算术关系',
  examples: {
    good: { file: 'units/qiaodong/evaluation.md', lines: '收回: 40' },
    bad: { file: 'units/qiaodong/evaluation.md', lines: '收回: 41' },
  },
  run: eachUnit((unitDocuments) =>
    ballotRecordsOf(unitDocuments).flatMap((poll) =>
      DESCENDING_COUNTS.flatMap(([more, moreLabel, less, lessLabel]) => {
        const [upper, lower] = [numberAt(poll.data, more), numberAt(poll.data, less)];
        if (upper === null || lower === null || lower <= upper) return [];
        return [
          {
            message: `${lessLabel}${lower}张，多于${moreLabel}${upper}张`,
            span: spanAt(poll, less),
            hint: '核对票数。',
            related: [{ message: moreLabel, span: spanAt(poll, more) }],
          },
        ];
      }),
    ),
  ),
};
