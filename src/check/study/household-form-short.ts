import { eachUnit } from '../unit-documents.js';
import { countOf, recordsWith, spanOf, textOf } from '../role-record.js';
import type { Rule } from '../rule.js';

/** The number of questionnaires equals the number of households visited. */
export const householdFormShort: Rule = {
  code: 'HOUSEHOLD-FORM-SHORT',
  severity: 'warning',
  title: '走访一户，收一份问卷',
  detail: '每走访一户都要收回一份问卷，问卷份数应等于走访户数。少了的说明原因；多了的，把不是走访收回的问卷另计。',
  source: '活动总体方案：走访做到“三个一”',
  examples: {
    good: { file: 'units/qiaodong/problems.md', lines: '走访:\n  - { 村: 东塘村, 户数: 50, 问卷: 50, 干部人数: 2 }' },
    bad: { file: 'units/qiaodong/problems.md', lines: '走访:\n  - { 村: 东塘村, 户数: 50, 问卷: 47, 干部人数: 2 }' },
  },
  run: eachUnit((unitDocuments) =>
    recordsWith(unitDocuments, 'visit').flatMap((visit) => {
      const [households, returned] = [countOf(visit, 'households'), countOf(visit, 'forms')];
      if (households === null || returned === null || households === returned) return [];
      return [
        {
          message: `${textOf(visit, 'village')}走访${households}户，问卷${returned}份，相差${Math.abs(households - returned)}份`,
          span: spanOf(visit, 'forms'),
          hint: '核对两个数；属实的在“说明”里写明原因。',
          related: [{ message: '走访户数', span: spanOf(visit, 'households') }],
        },
      ];
    }),
  ),
};
