import { printDate } from '../../campaign/dates.js';
import { eachDocumentWith, dateOf, recordsIn, scalarOf, spanOf } from '../role-record.js';
import type { RoleRecord } from '../role-record.js';
import type { Finding, Rule } from '../rule.js';

/** Every opinion is received within the register's period and answered afterwards. */
export const opinionDateWrong: Rule = {
  code: 'OPINION-DATE-WRONG',
  severity: 'error',
  title: '意见的日期在登记起止之内，回复在收到之后',
  detail: '登记册写明起止，每条意见的日期落在其中；回复日期不会早于收到的日期。',
  source: '一份材料前后一致',
  examples: {
    good: {
      file: 'units/qiaodong/opinions.md',
      lines:
        '意见:\n  - { 编号: Y1, 渠道: 座谈会, 日期: 2027-03-18, 原文: 跑两趟, 类别: 办事服务, 处理: 采纳, 回复日期: 2027-04-06 }',
    },
    bad: {
      file: 'units/qiaodong/opinions.md',
      lines:
        '意见:\n  - { 编号: Y1, 渠道: 座谈会, 日期: 2027-03-18, 原文: 跑两趟, 类别: 办事服务, 处理: 采纳, 回复日期: 2027-03-06 }',
    },
  },
  run: eachDocumentWith('opinion', (register) =>
    recordsIn(register, 'opinion').flatMap((record) => misdated(record, register)),
  ),
};

function misdated(record: RoleRecord, register: RoleRecord): readonly Finding[] {
  const [received, replied] = [dateOf(record, 'receivedOn'), dateOf(record, 'repliedOn')];
  const [from, to] = [dateOf(register, 'from'), dateOf(register, 'to')];
  const id = scalarOf(record, 'number');
  const isOutside = received !== '' && ((from !== '' && received < from) || (to !== '' && received > to));
  return [
    ...(isOutside
      ? [
          {
            message: `意见 ${id} 收到于${printDate(received)}，不在登记起止（${from}至${to}）之内`,
            span: spanOf(record, 'receivedOn'),
            hint: '核对这条意见的日期，或者登记册的起止。',
            related: [{ message: '登记起止', span: spanOf(register, 'from') }],
          },
        ]
      : []),
    ...(received !== '' && replied !== '' && replied < received
      ? [
          {
            message: `意见 ${id} 的回复日期${printDate(replied)}早于收到日期${printDate(received)}`,
            span: spanOf(record, 'repliedOn'),
            hint: '核对两个日期。',
          },
        ]
      : []),
  ];
}
