import { textsAt } from '../../model/data.js';
import { placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { findRepeatedClaims } from './units.js';

/** A village belongs to one unit. */
export const villageTwoUnits: Rule = {
  code: 'VILLAGE-TWO-UNITS',
  severity: 'error',
  title: '一个村只归一个单位',
  detail: '一个村列在两个单位的“所辖村”里，走访覆盖就会重复计算。',
  source: '隶属关系只有一个',
  examples: {
    good: { file: 'units/jiedao/unit.md', lines: '所辖村: []' },
    bad: { file: 'units/qiaodong/unit.md', lines: '所辖村: [东塘村, 西塘村, 东塘村]' },
  },
  scope: 'whole',
  run: ({ units }) => {
    const claims = units.flatMap((unit) =>
      textsAt(unit.data, 'villages').map((word, index) => ({
        word,
        span: () => spanAt(placedRecord(unit), `villages/${index}`),
      })),
    );
    return findRepeatedClaims(claims, (word) => `${word}已经列在“所辖村”里`, '一个村只写在管它的单位里，写一次。');
  },
};
