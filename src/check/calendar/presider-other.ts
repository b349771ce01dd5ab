import { textAt } from '../../model/data.js';
import { documentOf, eachUnit, hasPerson, labelOf } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** The field with the presider, by kind of document. */
const PRESIDERS = [
  ['meeting', 'presider'],
  ['analysis', 'presidedBy'],
] as const;

/** The unit's head presides over the meeting and over the drafting of the analysis. */
export const presiderOther: Rule = {
  code: 'PRESIDER-OTHER',
  severity: 'warning',
  title: '主要负责人主持民主生活会和报告起草',
  detail: '专题民主生活会由第一责任人主持，分析检查报告由第一责任人全程主持起草，不能交给副职或者办公室。',
  source: '活动总体方案：主要负责同志全程主持起草',
  examples: {
    good: { file: 'units/qiaodong/analysis.md', lines: '主持人: 邱若水' },
    bad: { file: 'units/qiaodong/analysis.md', lines: '主持人: 童安' },
  },
  run: eachUnit((unitDocuments) =>
    PRESIDERS.flatMap(([kind, key]) => {
      const document = documentOf(unitDocuments, kind);
      const head = textAt(unitDocuments.unit.data, 'firstResponsible');
      const name = document ? textAt(document.data, key) : '';
      if (!document || head === '' || name === head || !hasPerson(unitDocuments, name)) return [];
      return [
        {
          message: `${labelOf(unitDocuments, kind)}的主持人是${name}，单位的第一责任人是${head}`,
          span: spanAt(document, key),
          hint: '应由第一责任人主持；确有原因的，在正文里说明。',
          related: [{ message: '第一责任人', span: spanAt(placedRecord(unitDocuments.unit), 'firstResponsible') }],
        },
      ];
    }),
  ),
};
