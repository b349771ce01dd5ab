import { placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** A deliverable is not due before its step begins. */
export const deliverableDueEarly: Rule = {
  code: 'DELIVERABLE-DUE-EARLY',
  severity: 'error',
  title: '应报期限不早于环节开始',
  detail: '材料在某个环节产生，期限不会在这个环节开始以前。',
  source: '活动文件自身要前后一致',
  examples: {
    good: { file: 'campaign.md', lines: "应报材料:\n  - { 文种: plan, 环节: '1.1', 期限: 2027-03-05 }" },
    bad: { file: 'campaign.md', lines: "应报材料:\n  - { 文种: plan, 环节: '1.2', 期限: 2027-03-05 }" },
  },
  scope: 'whole',
  run: ({ campaign, campaignFile }) =>
    campaign.deliverables.flatMap(({ step: stepId, due }, index) => {
      const step = campaign.steps.find(({ id }) => id === stepId);
      if (!step || due === '' || due >= step.from) return [];
      const message = `期限${due}早于环节“${step.name}”的开始日期${step.from}`;
      return [
        { message, span: spanAt(placedRecord(campaignFile), `deliverables/${index}/due`), hint: '改正期限或者环节。' },
      ];
    }),
};
