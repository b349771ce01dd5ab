import { printDate } from '../../campaign/dates.js';
import { documentOf, documentsOfUnit, eachDocument } from '../unit-documents.js';
import { dateAt, placedRecordAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** No unit is mobilised before the one that leads. */
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
    const leader = documentsOfUnit(project, project.campaign.leadUnit);
    const first = leader ? documentOf(leader, 'plan') : null;
    if (!leader || !first || first.file === plan.file) return [];
    const [ours, theirs] = [placedRecordAt(plan, 'mobilisation'), placedRecordAt(first, 'mobilisation')];
    const [on, after] = [dateAt(ours, 'on'), dateAt(theirs, 'on')];
    if (on === '' || after === '' || on >= after) return [];
    return [
      {
        message: `动员会${printDate(on)}召开，先行单位${printDate(after)}才动员`,
        span: spanAt(ours, 'on'),
        hint: '核对日期，应与先行单位同一天或者在后。',
        related: [{ message: '先行单位的动员会', span: spanAt(theirs, 'on') }],
      },
    ];
  }),
};
