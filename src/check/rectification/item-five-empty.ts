import { labelOfField, numberOf, spanOf, textOf } from '../role-record.js';
import type { Rule } from '../rule.js';
import { EXAMPLE_FILE, exampleItem, eachItem } from './items.js';

const DISTINCT_FIELDS = ['content', 'goal', 'measure'] as const;

const NO_ANSWERS = ['无', '不适用', '未报', '同上', '待定', '略'];

/** Content, goal and measure of an item are filled and differ; the schema requires the other two fields. */
export const itemFiveEmpty: Rule = {
  code: 'ITEM-FIVE-EMPTY',
  severity: 'error',
  completeness: true,
  title: '整改事项五项都要明确',
  detail:
    '内容、目标、措施、责任人、时限，一项都不能空。写“同上”“待定”，或者把内容照抄成目标、措施，等于没有写。责任人和时限没有填的，由字段检查指出。',
  source: '活动总体方案：整改落实方案做到“五明确”',
  examples: {
    good: {
      file: EXAMPLE_FILE,
      lines: exampleItem('措施: 18件各印一张, 责任人: 童安, 时限: 2027-06-10, 难易: 立即整改'),
    },
    bad: { file: EXAMPLE_FILE, lines: exampleItem('措施: 同上, 责任人: 童安, 时限: 2027-06-10, 难易: 立即整改') },
  },
  run: eachItem((item) =>
    DISTINCT_FIELDS.flatMap((role, index) => {
      const text = textOf(item, role);
      const copied = DISTINCT_FIELDS.slice(0, index).find((other) => text !== '' && textOf(item, other) === text);
      if (!NO_ANSWERS.includes(text) && !copied) return [];
      const problem = copied ? `与“${labelOfField(item, copied)}”一字不差` : `写的是“${text}”`;
      return [
        {
          message: `第${numberOf(item, 'number')}项的“${labelOfField(item, role)}”${problem}`,
          span: spanOf(item, role),
          hint: '内容写改什么，目标写改到什么程度，措施写怎么改，各写各的。',
        },
      ];
    }),
  ),
};
