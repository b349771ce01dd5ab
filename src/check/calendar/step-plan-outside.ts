import { textAt } from '../../model/data.js';
import { printRange } from '../../campaign/dates.js';
import { placeOf } from '../../model/origin.js';
import { eachDocument } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { dateAt, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { windowOf } from './window.js';

/** Every step of a plan stays within the campaign's step. */
export const stepPlanOutside: Rule = {
  code: 'STEP-PLAN-OUTSIDE',
  severity: 'error',
  title: '方案的步骤安排不超出环节',
  detail: '单位可以在环节之内安排得更紧，不能提前、推后，也不能先止后起。确需合并环节的，经批准后写进“合并环节”。',
  source: '活动文件的“环节”；方案因日期超出环节被退回是常见的',
  examples: {
    good: {
      file: 'units/qiaodong/plan.md',
      lines: "步骤安排:\n  - { 环节: '1.1', 起: 2027-03-05, 止: 2027-03-14, 工作: 学习, 责任人: 童安 }",
    },
    bad: {
      file: 'units/qiaodong/plan.md',
      lines: "步骤安排:\n  - { 环节: '1.1', 起: 2027-03-05, 止: 2027-03-20, 工作: 学习, 责任人: 童安 }",
    },
  },
  run: eachDocument('plan', (plan, unitDocuments) =>
    placedRecordsAt(plan, 'stepPlans').flatMap((record) => inspect(record, unitDocuments)),
  ),
};

function inspect(record: PlacedRecord, unitDocuments: UnitDocuments): readonly Finding[] {
  const [from, to] = [dateAt(record, 'from'), dateAt(record, 'to')];
  const window = windowOf(unitDocuments, textAt(record.data, 'step'));
  if (!window || from === '' || to === '') return [];
  if (from >= window.from && to <= window.to && from <= to) return [];
  return [
    {
      message: `“${window.name}”安排在${printRange(from, to, false)}，活动规定是${printRange(window.from, window.to, false)}`,
      span: spanAt(record, from < window.from ? 'from' : 'to'),
      hint: '把起止日期改到环节之内，先起后止。',
      related: [
        {
          message: `“${window.name}”环节的起止`,
          span: placeOf(unitDocuments.project.campaignFile, `/steps/${window.index}`),
        },
      ],
    },
  ];
}
