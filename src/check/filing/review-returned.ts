import { textAt } from '../../model/data.js';
import { eachDocument } from '../unit-documents.js';
import { placedRecordAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** A report that the inspection group returned is not final. */
export const reviewReturned: Rule = {
  code: 'REVIEW-RETURNED',
  severity: 'error',
  completeness: true,
  title: '检查组审阅退回的报告不能定稿',
  detail: '检查组审阅结果是“退回”的分析检查报告，要修改后重新送审，同意以后才能定稿报出。',
  source: '活动总体方案：报告送检查组审阅',
  examples: {
    good: { file: 'units/qiaodong/analysis.md', lines: '检查组审阅: { 日期: 2027-05-06, 结果: 修改后同意 }' },
    bad: { file: 'units/qiaodong/analysis.md', lines: '检查组审阅: { 日期: 2027-05-06, 结果: 退回 }' },
  },
  run: eachDocument('analysis', (analysis) => {
    const review = placedRecordAt(analysis, 'igReview');
    if (textAt(review.data, 'result') !== '退回') return [];
    return [
      {
        message: '检查组的审阅结果是“退回”',
        span: spanAt(review, 'result'),
        hint: '重新送审，写最后一次的日期和结果。',
      },
    ];
  }),
};
