import { isList } from '../../model/data.js';
import { eachUnit } from '../unit-documents.js';
import { keyOf, recordsWith, scalarOf, spanOf, textsOf } from '../role-record.js';
import type { Rule } from '../rule.js';

/** Every problem names its sources. */
export const problemUnsourced: Rule = {
  code: 'PROBLEM-UNSOURCED',
  severity: 'error',
  completeness: true,
  title: '每个问题都有来源',
  detail: '问题要说得出是从哪条意见、哪次走访或者调研来的。没有来源的问题，评议时被当作关起门来写的。',
  source: '活动总体方案：问题从征求意见和调研中来',
  examples: {
    good: {
      file: 'units/qiaodong/problems.md',
      lines: '问题:\n  - { 编号: P1, 类别: 办事服务, 指向: 单位, 表现: 告知不清, 例证: 抽查20件, 来源: [Y1] }',
    },
    bad: {
      file: 'units/qiaodong/problems.md',
      lines: '问题:\n  - { 编号: P1, 类别: 办事服务, 指向: 单位, 表现: 告知不清, 例证: 抽查20件, 来源: [] }',
    },
  },
  run: eachUnit((unitDocuments) =>
    recordsWith(unitDocuments, 'problem')
      .filter((record) => isList(record.data[keyOf(record, 'sources')]) && textsOf(record, 'sources').length === 0)
      .map((record) => ({
        message: `问题 ${scalarOf(record, 'number')} 没有来源`,
        span: spanOf(record, 'sources'),
        hint: '写上登记册里意见的编号，或者“专题调研”“走访”等来处。',
      })),
  ),
};
