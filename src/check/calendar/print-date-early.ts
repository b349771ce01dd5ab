import { printDate } from '../../campaign/dates.js';
import { dateAt, placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** A document is printed on or after its own date. */
export const printDateEarly: Rule = {
  code: 'PRINT-DATE-EARLY',
  severity: 'error',
  title: '印发日期不早于成文日期',
  detail: '成文日期是签发或会议通过的日期，印发日期是送印的日期，印发只会在后。两个日期至少错了一个。',
  source: 'GB/T 9704-2012 7.3.5.4、7.4.3',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '印发日期: 2027-03-04' },
    bad: { file: 'units/qiaodong/plan.md', lines: '印发日期: 2027-03-02' },
  },
  run: ({ entries }) =>
    entries.flatMap((entry) => {
      const record = placedRecord(entry);
      const [issued, printed] = [dateAt(record, 'issuedOn'), dateAt(record, 'printedOn')];
      if (issued === '' || printed === '' || printed >= issued) return [];
      return [
        {
          message: `印发日期${printDate(printed)}早于成文日期${printDate(issued)}`,
          span: spanAt(record, 'printedOn'),
          hint: '印发日期应与成文日期同一天或者在后。',
          related: [{ message: '成文日期', span: spanAt(record, 'issuedOn') }],
        },
      ];
    }),
};
