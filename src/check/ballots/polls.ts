import { documentOf, recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import type { PlacedRecord } from '../record.js';

/** Every record with issued, returned and valid ballots: the evaluation, and each kind of each survey round. */
export function ballotRecordsOf(unitDocuments: UnitDocuments): readonly PlacedRecord[] {
  const evaluation = documentOf(unitDocuments, 'evaluation');
  return [...(evaluation ? [evaluation] : []), ...recordsOf(unitDocuments, 'survey', 'rounds')];
}
