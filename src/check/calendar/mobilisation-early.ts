import { printDate } from '../../campaign/dates.js';
import { documentOf, documentsOfUnit, eachDocument } from '../unit-documents.js';
import { dateAt, placedRecordAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** No unit holds its mobilisation meeting before the lead unit does. */
export const mobilisationEarly: Rule = {
  code: 'MOBILISATION-EARLY',
  severity: 'warning',
  title: '单位的动员会在先行单位之后',
  detail: '先由先行单位动员部署，各单位随后召开自己的动员会。同一天可以。',
  source: '活动总体方案：先召开全区动员大会，各单位随后动员',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '动员会: { 日期: 2027-03-05, 动员人: 邱若水, 应到: 16, 实到: 15 }' },
    bad: { file: 'units/qiaodong/plan.md', lines: '动员会: { 日期: 2027-02-28, 动员人: 邱若水, 应到: 16, 实到: 15 }' },
  },
  scope: 'whole',
  run: eachDocument('plan', (plan, { project }) => {
    const leadUnit = documentsOfUnit(project, project.campaign.leadUnit);
    const leadPlan = leadUnit ? documentOf(leadUnit, 'plan') : null;
    if (!leadPlan || leadPlan.file === plan.file) return [];
    const [own, leading] = [placedRecordAt(plan, 'mobilisation'), placedRecordAt(leadPlan, 'mobilisation')];
    const [heldOn, leadingOn] = [dateAt(own, 'on'), dateAt(leading, 'on')];
    if (heldOn === '' || leadingOn === '' || heldOn >= leadingOn) return [];
    return [
      {
        message: `动员会${printDate(heldOn)}召开，先行单位${printDate(leadingOn)}才动员`,
        span: spanAt(own, 'on'),
        hint: '核对日期，应与先行单位同一天或者在后。',
        related: [{ message: '先行单位的动员会', span: spanAt(leading, 'on') }],
      },
    ];
  }),
};
