import { documentOf, recordsOf } from '../dossier.js';
import type { Dossier } from '../dossier.js';
import type { Row } from '../row.js';

/** Everything that states issued, returned and valid ballots: the evaluation, and each kind of each survey round. */
export function pollsOf(dossier: Dossier): readonly Row[] {
  const evaluation = documentOf(dossier, 'evaluation');
  return [...(evaluation ? [evaluation] : []), ...recordsOf(dossier, 'survey', 'rounds')];
}
