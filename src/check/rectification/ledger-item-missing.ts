import { eachUnit } from '../unit-documents.js';
import { spanAt } from '../record.js';
import { documentsWith, numberOf, recordsIn, scalarOf, spanOf, textOf } from '../role-record.js';
import type { Rule } from '../rule.js';
import { exampleEntries, EXAMPLE_FILE, plannedItemsOf } from './ledger.js';

/** Every item of the plan is in the ledger. */
export const ledgerItemMissing: Rule = {
  code: 'LEDGER-ITEM-MISSING',
  severity: 'error',
  completeness: true,
  title: '整改事项都要进台账',
  detail: '整改落实方案里的每一项，台账里都要有一行，不能只报改完的。',
  source: '台账与方案逐项对应',
  examples: {
    good: { file: EXAMPLE_FILE, lines: exampleEntries('状态: 推进中, 进展: 正在印') },
    bad: { file: EXAMPLE_FILE, lines: '进展:\n  - { 序号: 1, 状态: 推进中, 进展: 正在印 }' },
  },
  run: eachUnit((unitDocuments) =>
    documentsWith(unitDocuments, 'progress').flatMap((ledger) => {
      const listed = new Set(recordsIn(ledger, 'progress').map((entry) => scalarOf(entry, 'itemNumber')));
      if (listed.size === 0) return [];
      return plannedItemsOf(unitDocuments)
        .filter((item) => !listed.has(scalarOf(item, 'number')))
        .map((item) => ({
          message: `台账里没有第${numberOf(item, 'number')}项“${textOf(item, 'content')}”`,
          span: spanOf(ledger, 'progress'),
          hint: '补一行，写明状态和进展。',
          related: [{ message: '整改事项', span: spanAt(item) }],
        }));
    }),
  ),
};
