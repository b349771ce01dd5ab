import { documentOf, recordsOf } from '../unit-documents.js';
import type { Dossier } from '../unit-documents.js';
import type { Row } from '../record.js';

/** Everything that states issued, returned and valid ballots: the evaluation, and each kind of each survey round. */
export function pollsOf(dossier: Dossier): readonly Row[] {
  const evaluation = documentOf(dossier, 'evaluation');
  return [...(evaluation ? [evaluation] : []), ...recordsOf(dossier, 'survey', 'rounds')];
}
