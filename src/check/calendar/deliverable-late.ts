import { textAt } from '../../model/data.js';
import { daysBetween, printDate } from '../../campaign/dates.js';
import { placeOf } from '../../model/origin.js';
import { eachUnit, labelOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { dateAt, placedRecord, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import type { Deliverable } from '../../model/campaign.js';
import { windowOf } from './window.js';

/** A document is issued by the date on which it is due. */
export const deliverableLate: Rule = {
  code: 'DELIVERABLE-LATE',
  severity: 'warning',
  title: '材料按期报出',
  detail:
    '成文日期晚于应报期限的，汇总时记为迟报。日期要如实写，不能往前改。先报一版、经接收后又补报的，以第一次接收的版本为准；经批准合并的环节，以最后一个环节的结束日为准。',
  source: '活动文件的“应报材料”',
  examples: {
    good: { file: 'units/qiaodong/research.md', lines: '成文日期: 2027-04-02' },
    bad: { file: 'units/qiaodong/research.md', lines: '成文日期: 2027-04-05' },
  },
  run: eachUnit((unitDocuments) => {
    const { deliverables } = unitDocuments.project.campaign;
    return deliverables.flatMap((deliverable, index) => inspect(unitDocuments, deliverable, index));
  }),
};

function inspect(
  unitDocuments: UnitDocuments,
  { kind, step, due, unitKinds }: Deliverable,
  index: number,
): readonly Finding[] {
  const entry = unitDocuments.documents.get(kind);
  const isRequired = unitKinds.length === 0 || unitKinds.includes(unitDocuments.unitKind);
  if (!entry || entry.draft || !isRequired || textAt(entry.data, 'exempt') !== '') return [];
  const record = placedRecord(entry);
  const limit = limitOf(unitDocuments, step, due);
  const on = firstAcceptedOn(record) || dateAt(record, 'issuedOn');
  if (on === '' || on <= limit) return [];
  return [
    {
      message: `${labelOf(unitDocuments, kind)}${printDate(on)}成文，应在${printDate(limit)}以前，迟了${daysBetween(limit, on)}天`,
      span: spanAt(record, 'issuedOn'),
      hint: '日期属实的不改；迟报会如实记入进度。',
      related: [
        { message: '应报期限', span: placeOf(unitDocuments.project.campaignFile, `/deliverables/${index}/due`) },
      ],
    },
  ];
}

/** When a document is due: on its own date, or at the end of merged steps, whose window ends after the step itself. */
function limitOf(unitDocuments: UnitDocuments, stepId: string, due: string): string {
  const end = windowOf(unitDocuments, stepId)?.to ?? '';
  const step = unitDocuments.project.campaign.steps.find(({ id }) => id === stepId);
  return step && end > step.to && end > due ? end : due;
}

function firstAcceptedOn(record: PlacedRecord): string {
  const accepted = placedRecordsAt(record, 'versions').filter(({ data }) => data['result'] === '接收');
  return accepted.map((version) => dateAt(version, 'issuedOn')).sort()[0] ?? '';
}
