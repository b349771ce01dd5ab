import { textAt } from '../../model/data.js';
import { documentsOfUnit, documentOf, labelOf } from '../unit-documents.js';
import { placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** A return that a notice reports is also recorded in the unit's document. */
export const returnUnrecorded: Rule = {
  code: 'RETURN-UNRECORDED',
  severity: 'warning',
  title: '通报退回的材料，单位要有退回记录',
  detail: '通报里写某单位某材料被退回，那份材料的“历次版本”里应有一版的结果是“退回”，并写明原因。',
  source: '通报与单位材料一致',
  examples: {
    good: { file: 'notices/001.md', lines: '退回: []' },
    bad: { file: 'notices/001.md', lines: '退回:\n  - { 单位: qiaodong, 文种: analysis, 原因: 写成工作总结 }' },
  },
  scope: 'whole',
  run: (project) =>
    project.entries
      .filter(({ kind }) => kind.id === 'notice')
      .flatMap((notice) =>
        placedRecordsAt(placedRecord(notice), 'returned').flatMap((record) => {
          const unitDocuments = documentsOfUnit(project, textAt(record.data, 'unit'));
          const document = unitDocuments ? documentOf(unitDocuments, textAt(record.data, 'kind')) : null;
          if (!unitDocuments || !document) return [];
          if (placedRecordsAt(document, 'versions').some(({ data }) => data['result'] === '退回')) return [];
          const [unit, kind] = [
            textAt(unitDocuments.unit.data, 'shortName'),
            labelOf(unitDocuments, textAt(record.data, 'kind')),
          ];
          return [
            {
              message: `通报说${unit}的${kind}被退回，它的“历次版本”里没有退回的记录`,
              span: spanAt(record),
              hint: '核对通报；属实的由单位补上“历次版本”。',
              related: [{ message: kind, span: spanAt(document) }],
            },
          ];
        }),
      ),
};
