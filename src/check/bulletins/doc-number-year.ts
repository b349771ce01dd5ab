import { printDate } from '../../campaign/dates.js';
import { dateAt, placedRecord } from '../record.js';
import type { Rule } from '../rule.js';
import { fieldSpan, numberedDocuments } from './document-numbers.js';

/** The year in a document number is the year of the document. */
export const docNumberYear: Rule = {
  code: 'DOC-NUMBER-YEAR',
  severity: 'error',
  title: '发文字号的年份就是成文的年份',
  detail: '发文字号里的年份用成文日期那一年的全称。跨年补发的，按成文的年份编号。',
  source: 'GB/T 9704-2012 7.2.5',
  examples: {
    good: { file: 'units/qiaodong/filing.md', lines: '发文字号: 桥东〔2027〕5号' },
    bad: { file: 'units/qiaodong/filing.md', lines: '发文字号: 桥东〔2026〕5号' },
  },
  run: (project) =>
    numberedDocuments(project).flatMap(({ entry, year }) => {
      const on = dateAt(placedRecord(entry), 'issuedOn');
      if (on === '' || on.startsWith(year)) return [];
      return [
        {
          message: `发文字号的年份是${year}，成文日期是${printDate(on)}`,
          span: fieldSpan(entry, 'docNumber'),
          hint: `年份改成〔${on.slice(0, 4)}〕，或者核对成文日期。`,
          related: [{ message: '成文日期', span: fieldSpan(entry, 'issuedOn') }],
        },
      ];
    }),
};
