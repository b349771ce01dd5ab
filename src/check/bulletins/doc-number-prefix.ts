import { textAt } from '../../model/data.js';
import { documentsOfUnit } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { fieldSpan, numberedDocuments } from './document-numbers.js';

/** A document number begins with the prefix of the organ that issues it. */
export const docNumberPrefix: Rule = {
  code: 'DOC-NUMBER-PREFIX',
  severity: 'warning',
  title: '发文字号用本单位的机关代字',
  detail:
    '发文字号开头是发文机关的代字，与 unit.md 的“机关代字”一致；联合行文用主办机关的。活动办公室自己的公文用活动文件里的代字。',
  source: 'GB/T 9704-2012 7.2.5：联合行文使用主办机关的发文字号',
  examples: {
    good: { file: 'units/qiaodong/filing.md', lines: '发文字号: 桥东〔2027〕5号' },
    bad: { file: 'units/qiaodong/filing.md', lines: '发文字号: 桥西〔2027〕5号' },
  },
  run: (project) =>
    numberedDocuments(project).flatMap(({ entry, prefix }) => {
      const unitDocuments = documentsOfUnit(project, entry.unit);
      const organPrefix = unitDocuments
        ? textAt(unitDocuments.unit.data, 'docPrefix')
        : project.campaign.organs.docPrefix;
      const expected = organPrefix + entry.kind.series;
      if (organPrefix === '' || prefix === expected) return [];
      const owner = unitDocuments ? placedRecord(unitDocuments.unit) : placedRecord(project.campaignFile);
      return [
        {
          message: `发文字号的代字是“${prefix}”，本机关的代字是“${expected}”`,
          span: fieldSpan(entry, 'docNumber'),
          hint: `改成${expected}〔…〕…号；代字变了的，改“机关代字”。`,
          related: [{ message: '机关代字', span: spanAt(owner, unitDocuments ? 'docPrefix' : 'organs/docPrefix') }],
        },
      ];
    }),
};
