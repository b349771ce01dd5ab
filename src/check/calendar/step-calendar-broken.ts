import { spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { inspectPeriods, periodsAt } from './periods.js';

/** The steps of a phase cover it without gaps or overlaps. */
export const stepCalendarBroken: Rule = {
  code: 'STEP-CALENDAR-BROKEN',
  severity: 'error',
  title: '各环节首尾相接，排满它的阶段',
  detail: '环节在阶段之内一个接一个，不空不重。环节的“阶段”写阶段的编号。',
  source: '活动文件自身要前后一致',
  examples: {
    good: { file: 'campaign.md', lines: '主题: 便民快办' },
    bad: {
      file: 'campaign.md',
      lines:
        "环节:\n  - { 编号: '1.1', 阶段: '1', 名称: 学习动员, 起: 2027-03-01, 止: 2027-03-14 }\n  - { 编号: '1.2', 阶段: '1', 名称: 入户调研, 起: 2027-03-18, 止: 2027-03-31 }",
    },
  },
  scope: 'whole',
  run: ({ campaignFile }) => {
    const steps = periodsAt(campaignFile, 'steps');
    const phases = periodsAt(campaignFile, 'phases');
    const withoutPhase = steps.filter(({ phase }) => !phases.some(({ id }) => id === phase));
    return [
      ...phases.flatMap((phase) =>
        inspectPeriods(
          steps.filter((step) => step.phase === phase.id),
          phase,
        ),
      ),
      ...withoutPhase.map(({ name, phase, record }) => ({
        message: `环节“${name}”的阶段写的是“${phase}”，活动没有这个阶段`,
        span: spanAt(record, 'phase'),
        hint: `应是其中之一：${phases.map(({ id }) => id).join('、')}。`,
      })),
    ];
  },
};
