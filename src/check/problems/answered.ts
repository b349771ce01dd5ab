import { scalarText, textsAt } from '../../model/data.js';
import { documentOf, labelOf, recordsOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { spanAt } from '../record.js';
import type { Finding } from '../rule.js';

/** Problems of the report that no record of a later document's list takes up. */
export function findUnansweredProblems(
  unitDocuments: UnitDocuments,
  kind: string,
  list: string,
  what: string,
): readonly Finding[] {
  const document = documentOf(unitDocuments, kind);
  const records = recordsOf(unitDocuments, kind, list);
  if (!document || records.length === 0) return [];
  const taken = new Set(records.flatMap(({ data }) => [scalarText(data['problem']), ...textsAt(data, 'problems')]));
  return recordsOf(unitDocuments, 'problems', 'problems')
    .filter(({ data }) => !taken.has(scalarText(data['id'])))
    .map((problem) => ({
      message: `问题 ${scalarText(problem.data['id'])}“${scalarText(problem.data['statement'])}”在${labelOf(unitDocuments, kind)}里没有${what}`,
      span: spanAt(document, list),
      hint: `补一项${what}，“问题”写 ${scalarText(problem.data['id'])}。`,
      related: [{ message: '问题出处', span: spanAt(problem) }],
    }));
}

export const EXAMPLE_FILE = 'units/qiaodong/analysis.md';
