import { dateAt, placedRecord } from '../record.js';
import type { Rule } from '../rule.js';
import { fieldSpan, compareText, numberedDocuments } from './document-numbers.js';
import type { NumberedDocument } from './document-numbers.js';

/** No two documents of an organ share a number in a year. */
export const docNumberTwice: Rule = {
  code: 'DOC-NUMBER-TWICE',
  severity: 'error',
  title: '发文字号不重复',
  detail: '同一机关同一年的发文字号一文一号。两份公文用了同一个号，归档和引用时就分不清。',
  source: 'GB/T 9704-2012 7.2.5；《党政机关公文处理工作条例》第九条',
  examples: {
    good: { file: 'units/qiaodong/filing.md', lines: '发文字号: 桥东〔2027〕5号' },
    bad: { file: 'units/qiaodong/filing.md', lines: '发文字号: 桥东〔2027〕2号' },
  },
  scope: 'whole',
  run: (project) => {
    const sorted = [...numberedDocuments(project)].sort((a, b) =>
      compareText(dateAt(placedRecord(a.entry), 'issuedOn'), dateAt(placedRecord(b.entry), 'issuedOn')),
    );
    const first = new Map<string, NumberedDocument>();
    return sorted.flatMap((item) => {
      const other = first.get(item.text);
      if (!other) first.set(item.text, item);
      if (!other) return [];
      return [
        {
          message: `发文字号${item.text}已经用过`,
          span: fieldSpan(item.entry, 'docNumber'),
          hint: '换一个没有用过的序号。',
          related: [{ message: `先前的${other.entry.kind.label}`, span: fieldSpan(other.entry, 'docNumber') }],
        },
      ];
    });
  },
};
