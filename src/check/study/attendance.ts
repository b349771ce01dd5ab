import { settingsOf } from '../../model/campaign.js';
import { knownCount } from '../../model/data.js';
import { percent } from '../../campaign/arithmetic.js';
import { documentOf, labelOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { keepsShare, limitText, ruleBehind } from '../limits.js';
import { placedRecordAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding } from '../rule.js';

/** A meeting with who was due and who came. */
export interface Gathering {
  readonly row: PlacedRecord;
  readonly name: string;
  readonly due: number;
  readonly present: number;
}

/** Gatherings whose two counts are both known. */
export function gatheringsOf(dossier: UnitDocuments): readonly Gathering[] {
  const [plan, meeting] = [documentOf(dossier, 'plan'), documentOf(dossier, 'meeting')];
  const rows = [
    ...(plan ? [[placedRecordAt(plan, 'mobilisation'), '动员会'] as const] : []),
    ...(meeting ? [[meeting, labelOf(dossier, 'meeting').replace(/报告$/, '')] as const] : []),
  ];
  return rows.flatMap(([row, name]) => {
    const [due, present] = [knownCount(row.data, 'due'), knownCount(row.data, 'present')];
    return due === null || present === null ? [] : [{ row, name, due, present }];
  });
}

/** A finding for every limit of the rule `code` that the gathering of a kind of document does not keep. */
export function tooFew(dossier: UnitDocuments, code: string, kind: string): readonly Finding[] {
  const { project, documents } = dossier;
  const gatherings = gatheringsOf(dossier).filter(({ row }) => row.file === documents.get(kind));
  return gatherings.flatMap(({ row, name, due, present }) =>
    settingsOf(project.campaign, code)
      .filter((setting) => !keepsShare(present, due, setting))
      .map((setting) => ({
        message: `${name}应到${due}人，实到${present}人，到会率${percent(present, due)}，规定${limitText(setting)}`,
        span: spanAt(row, 'present'),
        hint: '核对人数；属实的说明缺席原因和补课、补开的安排。',
        related: [ruleBehind(project, setting)],
      })),
  );
}
