import { textAt } from '../../model/data.js';
import { placedRecord, spanAt } from '../record.js';
import type { Rule } from '../rule.js';
import { findRepeatedClaims } from './units.js';

const NAMES = ['fullName', 'shortName', 'docPrefix'] as const;

/** No two units have the same name or document number prefix. */
export const unitNameTwice: Rule = {
  code: 'UNIT-NAME-TWICE',
  severity: 'error',
  title: '单位的名称和代字不相同',
  detail: '两个单位的全称、简称或者机关代字相同，汇总表和发文字号就分不清是谁的。',
  source: '名称是汇总的依据',
  examples: {
    good: { file: 'units/qiaodong/unit.md', lines: '简称: 桥东社区' },
    bad: { file: 'units/qiaodong/unit.md', lines: '简称: 桥湾街道' },
  },
  scope: 'whole',
  run: ({ units }) =>
    NAMES.flatMap((key) => {
      const claims = units.map((unit) => ({
        word: textAt(unit.data, key),
        span: () => spanAt(placedRecord(unit), key),
      }));
      const named = claims.filter(({ word }) => word !== '');
      return findRepeatedClaims(named, (word) => `“${word}”已经是另一个单位的`, '改成本单位自己的名称或代字。');
    }),
};
