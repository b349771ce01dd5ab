import { scalarText, textsAt } from '../../model/data.js';
import { documentOf, labelOf, recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { spanAt } from '../record.js';
import type { Finding } from '../rule.js';

/** A finding for every problem of the report to which no record of a later document's list refers. */
export function findUnansweredProblems(
  unitDocuments: UnitDocuments,
  kind: string,
  list: string,
  label: string,
): readonly Finding[] {
  const document = documentOf(unitDocuments, kind);
  const records = recordsOf(unitDocuments, kind, list);
  if (!document || records.length === 0) return [];
  const answered = new Set(records.flatMap(({ data }) => [scalarText(data['problem']), ...textsAt(data, 'problems')]));
  return recordsOf(unitDocuments, 'problems', 'problems')
    .filter(({ data }) => !answered.has(scalarText(data['id'])))
    .map((problem) => ({
      message: `问题 ${scalarText(problem.data['id'])}“${scalarText(problem.data['statement'])}”在${labelOf(unitDocuments, kind)}里没有${label}`,
      span: spanAt(document, list),
      hint: `补一项${label}，“问题”写 ${scalarText(problem.data['id'])}。`,
      related: [{ message: '问题出处', span: spanAt(problem) }],
    }));
}

/** The example document of the rules about causes and measures. */
export const EXAMPLE_FILE = 'units/qiaodong/analysis.md';
