import { eachDocumentWith } from '../role-record.js';
import type { Rule } from '../rule.js';
import { findUnusedMembers } from './classes.js';

/** Every benchmark has a problem. */
export const benchmarkUnanswered: Rule = {
  code: 'BENCHMARK-UNANSWERED',
  severity: 'warning',
  title: '每一项对照都要查出问题',
  detail:
    '问题是对照着几条标准查出来的，哪一条都不能跳过。每个问题写明对照的是哪一条；有一条没有对应的问题，说明没有对照着查。',
  source: '活动文件的集合“benchmarks”',
  examples: {
    good: {
      file: 'units/qiaodong/problems.md',
      lines:
        '问题:\n  - { 编号: P1, 类别: 办事服务, 对照: 对照承诺, 指向: 单位, 表现: 告知不清, 例证: 抽查20件, 来源: [Y1] }\n  - { 编号: P2, 类别: 作风纪律, 对照: 对照期盼, 指向: 班子, 表现: 中午无人, 例证: 抽查5次, 来源: [Y2] }',
    },
    bad: {
      file: 'units/qiaodong/problems.md',
      lines:
        '问题:\n  - { 编号: P1, 类别: 办事服务, 对照: 对照承诺, 指向: 单位, 表现: 告知不清, 例证: 抽查20件, 来源: [Y1] }\n  - { 编号: P2, 类别: 作风纪律, 对照: 对照承诺, 指向: 班子, 表现: 中午无人, 例证: 抽查5次, 来源: [Y2] }',
    },
  },
  run: eachDocumentWith('problem', (report, unitDocuments) => findUnusedMembers(report, unitDocuments, 'benchmark')),
};
