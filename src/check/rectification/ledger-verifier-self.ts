import { eachUnit } from '../unit-documents.js';
import { labelOfField, spanOf, textOf } from '../role-record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_CLOSED_ENTRY, exampleEntries, EXAMPLE_FILE, ledgerEntriesOf } from './ledger.js';

/** The verifier of an item is not its responsible person. */
export const ledgerVerifierSelf: Rule = {
  code: 'LEDGER-VERIFIER-SELF',
  severity: 'error',
  title: '自己负责的事项不由自己核验',
  detail: '核验人和责任人是两个人，才能互相监督。由检查组的人或者不承办这一项的班子成员核验。',
  source: '不相容的职责由两个人担任',
  examples: {
    good: {
      file: EXAMPLE_FILE,
      lines: exampleEntries(`${EXAMPLE_CLOSED_ENTRY}, 佐证: 样单, 销号日期: 2027-06-08, 核验人: 邱若水`),
    },
    bad: {
      file: EXAMPLE_FILE,
      lines: exampleEntries(`${EXAMPLE_CLOSED_ENTRY}, 佐证: 样单, 销号日期: 2027-06-08, 核验人: 童安`),
    },
  },
  run: eachUnit((unitDocuments) =>
    ledgerEntriesOf(unitDocuments).flatMap(({ entry, item, number }) => {
      const verifier = textOf(entry, 'verifier');
      if (!item || verifier === '' || verifier !== textOf(item, 'responsible')) return [];
      return [
        {
          message: `第${number}项的核验人${verifier}就是责任人`,
          span: spanOf(entry, 'verifier'),
          hint: '换一个不承办这一项的人核验。',
          related: [{ message: labelOfField(item, 'responsible'), span: spanOf(item, 'responsible') }],
        },
      ];
    }),
  ),
};
