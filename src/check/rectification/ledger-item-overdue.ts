import { printDate } from '../../campaign/dates.js';
import { eachUnit } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { dateOf, labelOfField, setOf, spanOf, textOf } from '../role-record.js';
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
  run: eachUnit((unitDocuments) =>
    ledgerEntriesOf(unitDocuments).flatMap((report) => [...closedLate(report), ...stillOpen(report, unitDocuments)]),
  ),
};

function closedLate({ entry, item, number }: LedgerEntry): readonly Finding[] {
  const [closed, deadline] = [dateOf(entry, 'closedOn'), item ? dateOf(item, 'deadline') : ''];
  if (!item || closed === '' || deadline === '' || closed <= deadline) return [];
  return [
    {
      message: `第${number}项${printDate(closed)}销号，时限是${printDate(deadline)}`,
      span: spanOf(entry, 'closedOn'),
      hint: '日期属实的不改，在进展里说明原因。',
      related: [{ message: labelOfField(item, 'deadline'), span: spanOf(item, 'deadline') }],
    },
  ];
}

/** Only for items that state their own progress: the roll-up of the ledger counts the open items of the others. */
function stillOpen({ entry, item, number, closed, asOf }: LedgerEntry, scope: UnitDocuments): readonly Finding[] {
  const [deadline, state] = [dateOf(entry, 'deadline'), textOf(entry, 'state')];
  const isLasting = setOf(entry, 'state', scope)?.lasting.includes(state) ?? false;
  if (entry !== item || closed || isLasting || dateOf(entry, 'closedOn') !== '') return [];
  if (state === '' || deadline === '' || asOf <= deadline) return [];
  return [
    {
      message: `第${number}项的${labelOfField(entry, 'deadline')}是${printDate(deadline)}，到${printDate(asOf)}还是“${state}”`,
      span: spanOf(entry, 'state'),
      hint: '属实的不改，抓紧办理；办完了的改状态，写明完成的日期。',
      related: [{ message: labelOfField(entry, 'deadline'), span: spanOf(entry, 'deadline') }],
    },
  ];
}
