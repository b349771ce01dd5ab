import type { UnitDocuments } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import { countOf, recordsWith, spanOf, textOf } from '../role-record.js';
import type { RoleRecord } from '../role-record.js';
import type { Finding } from '../rule.js';

/** A finding if the unit visited no household of the village; none if the number is unknown. */
export function unvisitedFinding(
  village: string,
  unitDocuments: UnitDocuments,
  report: RoleRecord,
): readonly Finding[] {
  const visit = recordsWith(unitDocuments, 'visit').find((record) => textOf(record, 'village') === village);
  const households = visit ? countOf(visit, 'households') : 0;
  if (households !== 0) return [];
  return [
    {
      message: `${village}走访0户，所辖的村都应走到`,
      span: visit ? spanOf(visit, 'households') : spanOf(report, 'visit'),
      hint: '补访后另行登记；没有走到的，在“说明”里写清原因和补访日期。',
      related: [{ message: '所辖村', span: spanAt(placedRecord(unitDocuments.unit), 'villages') }],
    },
  ];
}
