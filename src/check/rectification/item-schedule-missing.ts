import { numberOf, setOf, spanOf, textOf } from '../role-record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE, exampleItem, eachItem } from './items.js';

/** An item whose difficulty requires it has a schedule. */
export const itemScheduleMissing: Rule = {
  code: 'ITEM-SCHEDULE-MISSING',
  severity: 'error',
  completeness: true,
  title: '难度大的事项要有进度安排',
  detail:
    '一时改不完的事项，写明分几步、每一步到什么时候。哪些难易须写进度安排，由活动文件的集合“difficulties”的“须说明”规定。',
  source: '活动总体方案：难度较大的，制定时间表，明确责任',
  examples: {
    good: {
      file: EXAMPLE_FILE,
      lines: exampleItem('措施: 各印一张, 责任人: 童安, 时限: 2027-06-10, 难易: 分步整改, 进度安排: 6月1日印10张'),
    },
    bad: { file: EXAMPLE_FILE, lines: exampleItem('措施: 各印一张, 责任人: 童安, 时限: 2027-06-10, 难易: 分步整改') },
  },
  run: eachItem((item, unitDocuments) => {
    const scheduled = setOf(item, 'difficulty', unitDocuments)?.explained ?? [];
    const difficulty = textOf(item, 'difficulty');
    if (!scheduled.includes(difficulty) || textOf(item, 'schedule') !== '') return [];
    return [
      {
        message: `第${numberOf(item, 'number')}项是“${difficulty}”，没有进度安排`,
        span: spanOf(item, 'difficulty'),
        hint: '加一项“进度安排”，例如：8月15日前完成设计；9月30日前完工。',
      },
    ];
  }),
};
