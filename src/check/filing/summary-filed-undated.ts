import { eachDocument } from '../unit-documents.js';
import { dateAt, spanAt } from '../record.js';
import type { Rule } from '../rule.js';

/** A final summary states when it was filed. */
export const summaryFiledUndated: Rule = {
  code: 'SUMMARY-FILED-UNDATED',
  severity: 'warning',
  completeness: true,
  title: '定稿的总结要有报送日期',
  detail: '总结报告定稿以后要报送活动办公室，写上报送日期才算报过。',
  source: '活动总体方案：总结报告报上级活动办公室',
  examples: {
    good: { file: 'units/qiaodong/summary.md', lines: '报送日期: 2027-07-25' },
    bad: { file: 'units/qiaodong/summary.md', lines: '报送日期:' },
  },
  run: eachDocument('summary', (summary, unitDocuments) => {
    const isFinal = unitDocuments.documents.get('summary')?.draft === false;
    if (!isFinal || dateAt(summary, 'filedOn') !== '') return [];
    return [
      { message: '总结报告已经定稿，没有“报送日期”', span: spanAt(summary, 'filedOn'), hint: '报送后补上日期。' },
    ];
  }),
};
