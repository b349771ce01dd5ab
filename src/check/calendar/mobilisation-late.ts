import { settingsOf } from '../../model/campaign.js';
import { printDate } from '../../campaign/dates.js';
import { placeOf } from '../../model/origin.js';
import { eachDocument } from '../unit-documents.js';
import { dateAt, placedRecordAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** A unit holds its mobilisation meeting by the date that the campaign sets. */
export const mobilisationLate: Rule = {
  code: 'MOBILISATION-LATE',
  severity: 'warning',
  title: '动员会按期召开',
  detail: '活动规定了动员会的最迟日期。迟开的如实写日期，不要往前改；在方案里说明原因，并把学习天数补足。',
  source: '活动文件的“规则”',
  examples: {
    good: { file: 'units/qiaodong/plan.md', lines: '动员会: { 日期: 2027-03-06, 动员人: 邱若水, 应到: 16, 实到: 15 }' },
    bad: { file: 'units/qiaodong/plan.md', lines: '动员会: { 日期: 2027-03-09, 动员人: 邱若水, 应到: 16, 实到: 15 }' },
  },
  run: eachDocument('plan', (plan, { project }) => {
    const meeting = placedRecordAt(plan, 'mobilisation');
    const on = dateAt(meeting, 'on');
    const violated = settingsOf(project.campaign, 'MOBILISATION-LATE').filter(({ date }) => date !== '' && on > date);
    return violated.map(({ date, index }) => ({
      message: `动员会${printDate(on)}召开，规定不迟于${printDate(date)}`,
      span: spanAt(meeting, 'on'),
      hint: '日期属实的不改，在方案里说明迟开的原因和补学的安排。',
      related: [{ message: '规定的最迟日期', span: placeOf(project.campaignFile, `/rules/${index}`) }],
    }));
  }),
};
