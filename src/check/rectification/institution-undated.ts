import { eachUnit } from '../unit-documents.js';
import { spanAt } from '../record.js';
import { dateOf, documentsWith, recordsWith, textOf } from '../role-record.js';
import type { Rule } from '../rule.js';

/** Every institution has a date of promulgation by the time that a ledger is reported. */
export const institutionUndated: Rule = {
  code: 'INSTITUTION-UNDATED',
  severity: 'warning',
  title: '制度要有印发日期',
  detail: '废止、修订、新立的制度，到报台账时都应已经印发。没有印发日期的，不能算作建立完善的制度。',
  source: '活动总体方案：完善制度',
  examples: {
    good: {
      file: 'units/qiaodong/rectification.md',
      lines: '制度建设:\n  - { 名称: 轮值办法, 类型: 新立, 印发日期: 2027-06-20 }',
    },
    bad: { file: 'units/qiaodong/rectification.md', lines: '制度建设:\n  - { 名称: 轮值办法, 类型: 新立 }' },
  },
  run: eachUnit((unitDocuments) => {
    const [ledger] = documentsWith(unitDocuments, 'progress');
    const asOf = ledger ? dateOf(ledger, 'asOf') : '';
    const records = asOf === '' ? [] : recordsWith(unitDocuments, 'institution');
    return records
      .filter((record) => dateOf(record, 'promulgatedOn') === '')
      .map((record) => ({
        message: `台账已到${asOf}，《${textOf(record, 'name')}》还没有印发日期`,
        span: spanAt(record),
        hint: '已经印发的补上日期；没有印发的，从制度清单里拿掉或者写明计划。',
      }));
  }),
};
