import { numberOf, spanOf, textOf } from '../role-record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE, exampleItem, eachItem } from './items.js';

/** An item has one responsible person. */
export const itemPersonSeveral: Rule = {
  code: 'ITEM-PERSON-SEVERAL',
  severity: 'error',
  title: '一个事项一个责任人',
  detail: '责任人只写一个人，协助的写进“协办”。几个人都负责，等于没有人负责。',
  source: '活动总体方案：明确整改责任人',
  examples: {
    good: { file: EXAMPLE_FILE, lines: exampleItem('措施: 各印一张, 责任人: 童安, 时限: 2027-06-10, 难易: 立即整改') },
    bad: {
      file: EXAMPLE_FILE,
      lines: exampleItem('措施: 各印一张, 责任人: 童安、邱若水, 时限: 2027-06-10, 难易: 立即整改'),
    },
  },
  run: eachItem((item) => {
    const names = textOf(item, 'responsible').split('、');
    if (names.length < 2) return [];
    return [
      {
        message: `第${numberOf(item, 'number')}项有${names.length}个责任人，只应有1个`,
        span: spanOf(item, 'responsible'),
        hint: `留下牵头的一个，例如“${names[0]}”，其他人写进“协办”。`,
      },
    ];
  }),
};
