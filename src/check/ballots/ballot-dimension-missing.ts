import { findSet } from '../../model/campaign.js';
import { dataAt, textAt } from '../../model/data.js';
import { documentOf, eachUnit, labelOf, recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecordAt, spanAt } from '../record.js';
import type { Finding, Rule } from '../rule.js';
import { quoted } from '../wording.js';

/** Every question of the evaluation has votes for every grade. */
export const ballotDimensionMissing: Rule = {
  code: 'BALLOT-DIMENSION-MISSING',
  severity: 'error',
  completeness: true,
  title: '评议的每一项、每个等次都要有票数',
  detail: '评议几项就报几项的票数，等次一个不缺；没有人选的等次写0，空着分不清是0还是没有统计。',
  source: '活动文件的集合“evaluationDimensions”和“evaluationGrades”',
  examples: {
    good: {
      file: 'units/qiaodong/evaluation.md',
      lines:
        '评议项目:\n  - { 项目: 问题准不准, 票数: { 好: 32, 一般: 6, 差: 0 } }\n  - { 项目: 措施实不实, 票数: { 好: 30, 一般: 6, 差: 2 } }',
    },
    bad: {
      file: 'units/qiaodong/evaluation.md',
      lines:
        '评议项目:\n  - { 项目: 问题准不准, 票数: { 好: 32, 一般: 6 } }\n  - { 项目: 措施实不实, 票数: { 好: 30, 一般: 6, 差: 2 } }',
    },
  },
  run: eachUnit((unitDocuments) => [...missingDimensions(unitDocuments), ...missingGrades(unitDocuments)]),
};

function missingDimensions(unitDocuments: UnitDocuments): readonly Finding[] {
  const set = findSet(unitDocuments.project.campaign, 'evaluationDimensions');
  const evaluation = documentOf(unitDocuments, 'evaluation');
  const rated = recordsOf(unitDocuments, 'evaluation', 'dimensions').map(({ data }) => textAt(data, 'dimension'));
  const missing = set?.size && rated.length > 0 ? set.members.filter((member) => !rated.includes(member)) : [];
  if (!evaluation || !set || missing.length === 0) return [];
  const message = `${labelOf(unitDocuments, 'evaluation')}没有${quoted(missing)}的票数，“${set.name}”都要报`;
  return [{ message, span: spanAt(evaluation, 'dimensions'), hint: '补上这一项各等次的票数。' }];
}

function missingGrades(unitDocuments: UnitDocuments): readonly Finding[] {
  const records = [
    ...recordsOf(unitDocuments, 'evaluation', 'dimensions').map((record) => [record, 'evaluationGrades'] as const),
    ...recordsOf(unitDocuments, 'survey', 'rounds').map((record) => [record, 'surveyGrades'] as const),
  ];
  return records.flatMap(([record, key]) => {
    const grades = findSet(unitDocuments.project.campaign, key)?.members ?? [];
    const counted = Object.keys(dataAt(record.data, 'counts'));
    const missing = counted.length === 0 ? [] : grades.filter((grade) => !counted.includes(grade));
    if (missing.length === 0) return [];
    const message = `票数里没有${quoted(missing)}`;
    return [{ message, span: spanAt(placedRecordAt(record, 'counts')), hint: '没有人选的写 0。' }];
  });
}
