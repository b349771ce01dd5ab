import { printDate } from '../../campaign/dates.js';
import { dateAt, placedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { fieldSpan, compareText, numberedDocuments } from './document-numbers.js';
import type { NumberedDocument } from './document-numbers.js';

/** Document numbers increase with the dates of the documents. */
export const docNumberOrder: Rule = {
  code: 'DOC-NUMBER-ORDER',
  severity: 'warning',
  title: '发文字号按时间先后编',
  detail: '同一机关同一年里，后成文的公文序号大。序号倒了，说明日期或序号写错，或者是事后补的号。',
  source: '发文按顺序统一编号的惯例',
  examples: {
    good: { file: 'units/qiaodong/filing.md', lines: '发文字号: 桥东〔2027〕6号' },
    bad: { file: 'units/qiaodong/filing.md', lines: '发文字号: 桥东〔2027〕8号' },
  },
  scope: 'whole',
  run: (project) => {
    const key = ({ prefix, year }: NumberedDocument): string => `${prefix}${year}`;
    const sorted = [...numberedDocuments(project)].sort((a, b) => compareText(key(a), key(b)) || a.serial - b.serial);
    return sorted.flatMap((item, index) => {
      const before = sorted[index - 1];
      return before && key(before) === key(item) ? reversedNumbers(before, item) : [];
    });
  },
};

function reversedNumbers(before: NumberedDocument, item: NumberedDocument): readonly Finding[] {
  const on = dateAt(placedRecord(item.entry), 'issuedOn');
  const earlier = dateAt(placedRecord(before.entry), 'issuedOn');
  if (on === '' || earlier === '' || before.serial === item.serial || earlier <= on) return [];
  return [
    {
      message: `${item.text}成文于${printDate(on)}，序号在前的${before.text}反而在后（${printDate(earlier)}）`,
      span: fieldSpan(item.entry, 'docNumber'),
      hint: '核对这两份公文的日期和序号。',
      related: [{ message: before.text, span: fieldSpan(before.entry, 'docNumber') }],
    },
  ];
}
