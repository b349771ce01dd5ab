import { textAt, textsAt } from '../../model/data.js';
import { eachDocument } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding, Rule } from '../rule.js';

/** A plan schedules every step of the campaign. */
export const stepPlanMissing: Rule = {
  code: 'STEP-PLAN-MISSING',
  severity: 'error',
  completeness: true,
  title: '方案要安排到每个环节',
  detail: '步骤安排缺一个环节，到时候就没有人负责。经批准合并的环节写其中一个即可。',
  source: '活动文件的“环节”',
  examples: {
    good: { file: 'units/jiedao/plan.md', lines: '目标: [窗口排队不超过5分钟]' },
    bad: {
      file: 'units/jiedao/plan.md',
      lines: "步骤安排:\n  - { 环节: '1.1', 起: 2027-03-01, 止: 2027-03-14, 工作: 动员学习, 责任人: 蒲一清 }",
    },
  },
  run: eachDocument('plan', missingSteps),
};

function missingSteps(plan: PlacedRecord, { project }: UnitDocuments): readonly Finding[] {
  const merged = placedRecordsAt(plan, 'merged').map(({ data }) => textsAt(data, 'steps'));
  const planned = placedRecordsAt(plan, 'stepPlans').map(({ data }) => textAt(data, 'step'));
  const stepIds = new Set(project.campaign.steps.map(({ id }) => id));
  // Other findings report a plan without steps and a plan with an unknown step.
  if (planned.length === 0 || planned.some((id) => !stepIds.has(id))) return [];
  const isPlanned = (id: string): boolean =>
    planned.includes(id) || merged.some((steps) => steps.includes(id) && steps.some((step) => planned.includes(step)));
  return project.campaign.steps
    .filter(({ id }) => !isPlanned(id))
    .map(({ id, name }) => ({
      message: `步骤安排里没有环节 ${id}“${name}”`,
      span: spanAt(plan, 'stepPlans'),
      hint: `补一项“环节: '${id}'”，写明起止、工作和责任人。`,
    }));
}
