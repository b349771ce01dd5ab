import { eachDocumentWith } from '../role-record.js';
import type { Rule } from '../rule.js';
import { findUnusedMembers } from './classes.js';

/** Every class of problems has a problem. */
export const problemClassSilent: Rule = {
  code: 'PROBLEM-CLASS-SILENT',
  severity: 'error',
  completeness: true,
  title: '每一类问题都要查到',
  detail: '问题分几类查找，哪一类都不能空着。只查工作问题、不查作风问题的报告会被退回。',
  source: '活动文件的集合“problemClasses”',
  examples: {
    good: {
      file: 'units/qiaodong/problems.md',
      lines:
        '问题:\n  - { 编号: P1, 类别: 办事服务, 对照: 对照承诺, 指向: 单位, 表现: 告知不清, 例证: 抽查20件, 来源: [Y1] }\n  - { 编号: P2, 类别: 作风纪律, 对照: 对照期盼, 指向: 班子, 表现: 中午无人, 例证: 抽查5次, 来源: [Y2] }',
    },
    bad: {
      file: 'units/qiaodong/problems.md',
      lines:
        '问题:\n  - { 编号: P1, 类别: 办事服务, 对照: 对照承诺, 指向: 单位, 表现: 告知不清, 例证: 抽查20件, 来源: [Y1] }\n  - { 编号: P2, 类别: 办事服务, 对照: 对照期盼, 指向: 班子, 表现: 中午无人, 例证: 抽查5次, 来源: [Y2] }',
    },
  },
  run: eachDocumentWith('problem', (report, unitDocuments) => findUnusedMembers(report, unitDocuments, 'problemClass')),
};
