import { scalarText } from '../../model/data.js';
import { printDate } from '../../campaign/dates.js';
import { eachUnit } from '../unit-documents.js';
import { dateAt, spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { EXAMPLE_CLOSED_ENTRY, exampleEntries, EXAMPLE_FILE, ledgerEntriesOf } from './ledger.js';
import type { LedgerEntry } from './ledger.js';

/** Entries are closed by the deadline of their item. */
export const ledgerItemOverdue: Rule = {
  code: 'LEDGER-ITEM-OVERDUE',
  severity: 'warning',
  title: '事项在时限以内销号',
  detail: '过了时限才销号的事项，汇总时记为逾期。日期如实写，并在进展里说明原因。',
  source: '整改落实方案的“时限”',
  examples: {
    good: {
      file: EXAMPLE_FILE,
      lines: exampleEntries(`${EXAMPLE_CLOSED_ENTRY}, 佐证: 样单, 销号日期: 2027-06-10, 核验人: 邱若水`),
    },
    bad: {
      file: EXAMPLE_FILE,
      lines: exampleEntries(`${EXAMPLE_CLOSED_ENTRY}, 佐证: 样单, 销号日期: 2027-06-20, 核验人: 邱若水`),
    },
  },
  run: eachUnit((unitDocuments) => ledgerEntriesOf(unitDocuments).flatMap(late)),
};

function late({ entry, item }: LedgerEntry): readonly Finding[] {
  const [closed, deadline] = [dateAt(entry, 'closedOn'), item ? dateAt(item, 'deadline') : ''];
  if (!item || closed === '' || deadline === '' || closed <= deadline) return [];
  return [
    {
      message: `第${scalarText(entry.data['item'])}项${printDate(closed)}销号，时限是${printDate(deadline)}`,
      span: spanAt(entry, 'closedOn'),
      hint: '日期属实的不改，在进展里说明原因。',
      related: [{ message: '时限', span: spanAt(item, 'deadline') }],
    },
  ];
}
