import { printDate, printRange } from '../../campaign/dates.js';
import { placeOf } from '../../model/origin.js';
import { eachUnit } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { datedActsOf, actName } from './acts.js';
import type { ActPath } from './acts.js';
import { windowOf } from './window.js';

/** The acts that must take place in the step in which their document is due. */
const ACTS: readonly ActPath[] = [
  'plan/mobilisation/on',
  'plan/study/*/on',
  'research/from',
  'research/to',
  'problems/meetingOn',
  'meeting/heldOn',
  'analysis/discussedOn',
  'evaluation/heldOn',
];

/** Every dated act takes place within its step. */
export const stepActOutside: Rule = {
  code: 'STEP-ACT-OUTSIDE',
  severity: 'warning',
  title: '每项活动在它的环节之内',
  detail:
    '动员、学习、调研、会议、评议都有规定的环节，落在环节之外的，检查时要求说明。日期写错的改正；经批准合并环节的，写进方案的“合并环节”；确实迟了的如实保留。',
  source: '活动文件的“环节”和“应报材料”',
  examples: {
    good: { file: 'units/qiaodong/problems.md', lines: '扩大会议日期: 2027-04-10' },
    bad: { file: 'units/qiaodong/problems.md', lines: '扩大会议日期: 2027-03-30' },
  },
  run: eachUnit((unitDocuments) => ACTS.flatMap((act) => inspect(unitDocuments, act))),
};

function inspect(unitDocuments: UnitDocuments, act: ActPath): readonly Finding[] {
  const { campaign, campaignFile } = unitDocuments.project;
  const kind = act.split('/')[0];
  const step = campaign.deliverables.find((deliverable) => deliverable.kind === kind)?.step ?? '';
  const window = windowOf(unitDocuments, step);
  if (!window) return [];
  const outside = datedActsOf(unitDocuments, act).filter(({ date }) => date < window.from || date > window.to);
  return outside.map(({ date, record, key }) => ({
    message: `${actName(unitDocuments, act)}是${printDate(date)}，不在“${window.name}”环节（${printRange(window.from, window.to, false)}）之内`,
    span: spanAt(record, key),
    hint: '核对日期；确实不在环节之内的，在正文里说明原因。',
    related: [{ message: `“${window.name}”环节的起止`, span: placeOf(campaignFile, `/steps/${window.index}`) }],
  }));
}
