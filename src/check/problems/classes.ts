import type { Role } from '../../model/roles.js';
import type { UnitDocuments } from '../unit-documents.js';
import { labelOfField, recordsIn, setOf, spanOf, textOf } from '../role-record.js';
import type { RoleRecord } from '../role-record.js';
import type { Finding } from '../rule.js';
import { quoted } from '../wording.js';

/** A finding if no problem has some member of a sized set as its value at `key`. */
export function findUnusedMembers(report: RoleRecord, unitDocuments: UnitDocuments, role: Role): readonly Finding[] {
  const records = recordsIn(report, 'problem');
  const [first] = records;
  const set = first && setOf(first, role, unitDocuments);
  const used = records.map((record) => textOf(record, role));
  const missing = set?.size ? set.members.filter((member) => !used.includes(member)) : [];
  if (!first || !set || missing.length === 0) return [];
  return [
    {
      message: `没有一个问题属于${quoted(missing)}，“${set.name}”每一项都要查到`,
      span: spanOf(report, 'problem'),
      hint: `补上这方面的问题；有问题归错了的，改它的“${labelOfField(first, role)}”。`,
    },
  ];
}
