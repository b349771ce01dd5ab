import { eachUnit } from '../unit-documents.js';
import { hasField, labelOfField, spanOf, textOf } from '../role-record.js';
import type { Rule } from '../rule.js';
import { quoted } from '../wording.js';
import { EXAMPLE_CLOSED_ENTRY, exampleEntries, EXAMPLE_FILE, ledgerEntriesOf } from './ledger.js';

const PROOF_FIELDS = ['evidence', 'closedOn', 'verifier'] as const;

/** A closed entry has evidence, a date and a verifier. */
export const ledgerEvidenceMissing: Rule = {
  code: 'LEDGER-EVIDENCE-MISSING',
  severity: 'error',
  completeness: true,
  title: '销号要有佐证、日期和核验人',
  detail: '写了完成的事项，要有佐证材料、销号日期和核验人，缺一样都不能算销号。“基本完成”不算完成。',
  source: '台账退回的常见理由：没有佐证就销号',
  examples: {
    good: {
      file: EXAMPLE_FILE,
      lines: exampleEntries(`${EXAMPLE_CLOSED_ENTRY}, 佐证: 样单, 销号日期: 2027-06-08, 核验人: 邱若水`),
    },
    bad: { file: EXAMPLE_FILE, lines: exampleEntries(`${EXAMPLE_CLOSED_ENTRY}, 销号日期: 2027-06-08, 核验人: 邱若水`) },
  },
  run: eachUnit((unitDocuments) =>
    ledgerEntriesOf(unitDocuments).flatMap(({ entry, number, closed }) => {
      const missing = PROOF_FIELDS.filter((role) => hasField(entry, role) && textOf(entry, role) === '').map((role) =>
        labelOfField(entry, role),
      );
      if (!closed || missing.length === 0) return [];
      return [
        {
          message: `第${number}项是“${textOf(entry, 'state')}”，没有${quoted(missing)}`,
          span: spanOf(entry, 'state'),
          hint: '补上；补不上的，状态改回没有完成的。',
        },
      ];
    }),
  ),
};
