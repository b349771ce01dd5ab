import { findSet } from '../../model/campaign.js';
import { textAt } from '../../model/data.js';
import type { UnitDocuments } from '../unit-documents.js';
import { placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding } from '../rule.js';
import { quoted } from '../wording.js';

/** A finding if no problem has some member of a sized set as its value at `key`. */
export function findUnusedMembers(
  report: PlacedRecord,
  { project }: UnitDocuments,
  setKey: string,
  key: string,
): readonly Finding[] {
  const set = findSet(project.campaign, setKey);
  const records = placedRecordsAt(report, 'problems');
  const used = records.map(({ data }) => textAt(data, key));
  const missing = set?.size && records.length > 0 ? set.members.filter((member) => !used.includes(member)) : [];
  if (!set || missing.length === 0) return [];
  return [
    {
      message: `没有一个问题属于${quoted(missing)}，“${set.name}”每一项都要查到`,
      span: spanAt(report, 'problems'),
      hint: `补上这方面的问题；有问题归错了的，改它的“${key === 'class' ? '类别' : '对照'}”。`,
    },
  ];
}
