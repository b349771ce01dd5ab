import { settingsOf } from '../../model/campaign.js';
import { numberAt } from '../../model/data.js';
import { percent } from '../../campaign/arithmetic.js';
import { documentOf, labelOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { shareMeetsLimit, limitText, settingReference } from '../limits.js';
import { placedRecordAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding } from '../rule.js';

/** A meeting with the numbers of people due and present. */
export interface Meeting {
  readonly record: PlacedRecord;
  readonly name: string;
  readonly due: number;
  readonly present: number;
}

/** The mobilisation meeting and the thematic meeting of a unit, if both numbers are known. */
export function meetingsOf(unitDocuments: UnitDocuments): readonly Meeting[] {
  const [plan, meeting] = [documentOf(unitDocuments, 'plan'), documentOf(unitDocuments, 'meeting')];
  const records = [
    ...(plan ? [[placedRecordAt(plan, 'mobilisation'), '动员会'] as const] : []),
    ...(meeting ? [[meeting, labelOf(unitDocuments, 'meeting').replace(/报告$/, '')] as const] : []),
  ];
  return records.flatMap(([record, name]) => {
    const [due, present] = [numberAt(record.data, 'due'), numberAt(record.data, 'present')];
    return due === null || present === null ? [] : [{ record, name, due, present }];
  });
}

/** A finding for every setting of the rule `code` whose limit the meeting in a document of `kind` does not meet. */
export function findLowAttendance(unitDocuments: UnitDocuments, code: string, kind: string): readonly Finding[] {
  const { project, documents } = unitDocuments;
  const meetings = meetingsOf(unitDocuments).filter(({ record }) => record.file === documents.get(kind));
  return meetings.flatMap(({ record, name, due, present }) =>
    settingsOf(project.campaign, code)
      .filter((setting) => !shareMeetsLimit(present, due, setting))
      .map((setting) => ({
        message: `${name}应到${due}人，实到${present}人，到会率${percent(present, due)}，规定${limitText(setting)}`,
        span: spanAt(record, 'present'),
        hint: '核对人数；属实的说明缺席原因和补课、补开的安排。',
        related: [settingReference(project, setting)],
      })),
  );
}
