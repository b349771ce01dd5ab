import { textAt } from '../../model/data.js';
import { eachDocument, labelOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecordAt, placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { EXAMPLE_MATERIALS } from './example.js';

/** Every filed document exists, is final and was not returned. */
export const filingMaterialUnready: Rule = {
  code: 'FILING-MATERIAL-UNREADY',
  severity: 'error',
  title: '备案的材料是审定的定稿',
  detail: '草稿、没有写的、检查组审阅退回的材料都不能备案。先把材料定稿，再报备案。',
  source: '备案材料以审定的定稿为准',
  examples: {
    good: { file: 'units/qiaodong/filing.md', lines: EXAMPLE_MATERIALS },
    bad: {
      file: 'units/qiaodong/filing.md',
      lines:
        '备案材料:\n  - { 文种: analysis, 份数: 2 }\n  - { 文种: evaluation, 份数: 2 }\n  - { 文种: notice, 份数: 2 }',
    },
  },
  run: eachDocument('filing', (filing, unitDocuments) => {
    const isFinal = unitDocuments.documents.get('filing')?.draft === false;
    return isFinal ? placedRecordsAt(filing, 'materials').flatMap((record) => inspect(record, unitDocuments)) : [];
  }),
};

function inspect(record: PlacedRecord, unitDocuments: UnitDocuments): readonly Finding[] {
  const kind = textAt(record.data, 'kind');
  const entry = unitDocuments.documents.get(kind);
  const span = spanAt(record, 'kind');
  const label = labelOf(unitDocuments, kind);
  if (!entry)
    return [{ message: `本单位没有${label}，却列为备案材料`, span, hint: '写好这份材料，或者从备案材料里去掉。' }];
  const related = [{ message: label, span: spanAt(placedRecord(entry), 'status') }];
  if (entry.draft) return [{ message: `${label}还是草稿，不能备案`, span, hint: '先把它定稿。', related }];
  const isReturned = textAt(placedRecordAt(placedRecord(entry), 'igReview').data, 'result') === '退回';
  return isReturned ? [{ message: `${label}被检查组退回，不能备案`, span, hint: '修改后重新送审。', related }] : [];
}
