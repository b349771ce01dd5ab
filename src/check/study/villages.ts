import { knownCount, textAt } from '../../model/data.js';
import { recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding } from '../rule.js';

/** A finding if the unit visited no household of the village; none if the number is unknown. */
export function unvisitedFinding(
  village: string,
  unitDocuments: UnitDocuments,
  problems: PlacedRecord,
): readonly Finding[] {
  const visit = recordsOf(unitDocuments, 'problems', 'visits').find(({ data }) => textAt(data, 'village') === village);
  const households = visit ? knownCount(visit.data, 'households') : 0;
  if (households !== 0) return [];
  return [
    {
      message: `${village}走访0户，所辖的村都应走到`,
      span: visit ? spanAt(visit, 'households') : spanAt(problems, 'visits'),
      hint: '补访后另行登记；没有走到的，在“说明”里写清原因和补访日期。',
      related: [{ message: '所辖村', span: spanAt(placedRecord(unitDocuments.unit), 'villages') }],
    },
  ];
}
