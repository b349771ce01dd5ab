import { printDate } from '../../campaign/dates.js';
import { eachUnit } from '../unit-documents.js';
import { dateOf, spanOf } from '../role-record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE, ledgerEntriesOf } from './ledger.js';

/** No entry is closed after the date of the ledger. */
export const ledgerClosedLater: Rule = {
  code: 'LEDGER-CLOSED-LATER',
  severity: 'error',
  title: '销号日期不晚于台账的截止日期',
  detail: '台账报的是截止日期那天的情况，在那以后才销号的事项，这一期还不能算完成。',
  source: '一份材料前后一致',
  examples: {
    good: { file: EXAMPLE_FILE, lines: '截止日期: 2027-06-30' },
    bad: { file: EXAMPLE_FILE, lines: '截止日期: 2027-06-20' },
  },
  run: eachUnit((unitDocuments) =>
    ledgerEntriesOf(unitDocuments).flatMap(({ entry, number, asOf }) => {
      const closed = dateOf(entry, 'closedOn');
      if (closed === '' || asOf === '' || closed <= asOf) return [];
      return [
        {
          message: `第${number}项${printDate(closed)}销号，台账只到${printDate(asOf)}`,
          span: spanOf(entry, 'closedOn'),
          hint: '核对销号日期，或者更新截止日期。',
        },
      ];
    }),
  ),
};
