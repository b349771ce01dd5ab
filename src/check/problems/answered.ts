import type { Role } from '../../model/roles.js';
import type { UnitDocuments } from '../unit-documents.js';
import { spanAt } from '../record.js';
import { documentsWith, hasField, recordsIn, recordsWith, scalarOf, spanOf, textsOf } from '../role-record.js';
import type { Finding } from '../rule.js';

/** A finding for every problem of the report to which no record of a later document's list refers. */
export function findUnansweredProblems(unitDocuments: UnitDocuments, list: Role, label: string): readonly Finding[] {
  return documentsWith(unitDocuments, list).flatMap((document) => {
    const records = recordsIn(document, list).filter((record) => hasField(record, 'answers'));
    if (records.length === 0) return [];
    const answered = new Set(records.flatMap((record) => [scalarOf(record, 'answers'), ...textsOf(record, 'answers')]));
    return recordsWith(unitDocuments, 'problem')
      .filter((problem) => !answered.has(scalarOf(problem, 'number')))
      .map((problem) => ({
        message: `问题 ${scalarOf(problem, 'number')}“${scalarOf(problem, 'statement')}”在${document.entry.kind.label}里没有${label}`,
        span: spanOf(document, list),
        hint: `补一项${label}，“问题”写 ${scalarOf(problem, 'number')}。`,
        related: [{ message: '问题出处', span: spanAt(problem) }],
      }));
  });
}

/** The example document of the rules about causes and measures. */
export const EXAMPLE_FILE = 'units/qiaodong/analysis.md';
