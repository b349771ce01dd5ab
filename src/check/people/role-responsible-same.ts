import { textAt } from '../../model/data.js';
import { eachUnit } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** The two responsible persons of a unit are different people. */
export const roleResponsibleSame: Rule = {
  code: 'ROLE-RESPONSIBLE-SAME',
  severity: 'warning',
  title: '第一责任人和直接责任人是两个人',
  detail: '第一责任人负总责，直接责任人抓落实，由两个人担任，才有人督促、有人办事。',
  source: '活动总体方案：主要负责同志是第一责任人，分管领导是直接责任人',
  examples: {
    good: { file: 'units/qiaodong/unit.md', lines: '直接责任人: 童安' },
    bad: { file: 'units/qiaodong/unit.md', lines: '直接责任人: 邱若水' },
  },
  run: eachUnit(({ unit }) => {
    const record = placedRecord(unit);
    const name = textAt(record.data, 'directResponsible');
    if (name === '' || name !== textAt(record.data, 'firstResponsible')) return [];
    return [
      {
        message: `${name}既是第一责任人又是直接责任人`,
        span: spanAt(record, 'directResponsible'),
        hint: '直接责任人写具体分管的班子成员。',
        related: [{ message: '第一责任人', span: spanAt(record, 'firstResponsible') }],
      },
    ];
  }),
};
