import { placedRecord } from '../record.js';
import type { Rule } from '../rule.js';
import { inspectPeriods, periodsAt } from './periods.js';

/** The phases cover the campaign without gaps or overlaps. */
export const phaseCalendarBroken: Rule = {
  code: 'PHASE-CALENDAR-BROKEN',
  severity: 'error',
  title: '各阶段首尾相接，排满整个活动',
  detail: '阶段之间空一天或者重一天，应报日期和进度就会算错。第一个阶段从活动起始日开始，最后一个到活动结束日为止。',
  source: '活动文件自身要前后一致',
  examples: {
    good: { file: 'campaign.md', lines: '止: 2027-06-30' },
    bad: { file: 'campaign.md', lines: '止: 2027-07-31' },
  },
  scope: 'whole',
  run: ({ campaign, campaignFile }) =>
    inspectPeriods(periodsAt(campaignFile, 'phases'), {
      name: '活动',
      from: campaign.from,
      to: campaign.to,
      record: placedRecord(campaignFile),
    }),
};
