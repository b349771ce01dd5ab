import { numberAt } from '../../model/data.js';
import { eachUnit } from '../unit-documents.js';
import { placedRecord, spanAt } from '../record.js';
import { countOf, documentRecord, recordsWith, spanOf } from '../role-record.js';
import type { Rule } from '../rule.js';

/** At least as many cadres visit villages as the unit has leaders. */
export const cadreCoverageShort: Rule = {
  code: 'CADRE-COVERAGE-SHORT',
  severity: 'warning',
  title: '干部人人参加走访',
  detail: '走访要求干部全覆盖。各村的“干部人数”加起来比班子成员还少，说明至少有班子成员没有下去。',
  source: '活动总体方案：干部走访全覆盖',
  examples: {
    good: { file: 'units/qiaodong/problems.md', lines: '走访:\n  - { 村: 东塘村, 户数: 50, 问卷: 50, 干部人数: 2 }' },
    bad: { file: 'units/qiaodong/problems.md', lines: '走访:\n  - { 村: 东塘村, 户数: 50, 问卷: 50, 干部人数: 1 }' },
  },
  run: eachUnit((unitDocuments) => {
    const visits = recordsWith(unitDocuments, 'visit');
    const counts = visits.map((visit) => countOf(visit, 'cadres'));
    const leaders = numberAt(unitDocuments.unit.data, 'leaders');
    const known = counts.filter((count) => count !== null);
    const visitors = known.reduce((sum, count) => sum + count, 0);
    const [first] = visits;
    if (!first || leaders === null || known.length < counts.length || visitors >= leaders) return [];
    return [
      {
        message: `各村走访的干部合计${visitors}人，班子成员就有${leaders}人`,
        span: spanOf(documentRecord(first.entry), 'visit'),
        hint: '核对“干部人数”；没有下去的补访。',
        related: [{ message: '班子人数', span: spanAt(placedRecord(unitDocuments.unit), 'leaders') }],
      },
    ];
  }),
};
