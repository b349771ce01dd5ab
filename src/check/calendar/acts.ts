import { printDate } from '../../campaign/dates.js';
import type { Schema } from '../../model/schema.js';
import { documentOf, labelOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { dateAt, placedRecordAt, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding } from '../rule.js';

/** The path of a date: kind of document, then the keys of the field; `*` means every item of a list. */
export type ActPath = string;

export interface DatedAct {
  readonly date: string;
  readonly record: PlacedRecord;
  /** The field of the record. */
  readonly key: string;
}

/** The dates of an act as the unit's documents state them; empty if they do not. */
export function datedActsOf(unitDocuments: UnitDocuments, act: ActPath): readonly DatedAct[] {
  const [kind = '', ...path] = act.split('/');
  const document = documentOf(unitDocuments, kind);
  return document ? followPath([document], path) : [];
}

function followPath(
  records: readonly PlacedRecord[],
  [key = '', next, ...rest]: readonly string[],
): readonly DatedAct[] {
  if (next === undefined) return records.flatMap((record) => datedAct(record, key));
  if (next !== '*')
    return followPath(
      records.map((record) => placedRecordAt(record, key)),
      [next, ...rest],
    );
  const items = records.flatMap((record) => placedRecordsAt(record, key));
  return followPath(items, rest);
}

function datedAct(record: PlacedRecord, key: string): readonly DatedAct[] {
  const date = dateAt(record, key);
  return date === '' ? [] : [{ date, record, key }];
}

/** The name of an act in the labels of its schema: 实施方案的“动员会·日期”. */
export function actName(unitDocuments: UnitDocuments, act: ActPath): string {
  const [kind = '', ...path] = act.split('/');
  let schema: Schema | undefined = unitDocuments.project.kinds.find(({ id }) => id === kind)?.schema;
  const titles: string[] = [];
  for (const key of path) {
    schema = key === '*' ? schema?.items : schema?.properties?.[key];
    if (key !== '*') titles.push(schema?.title ?? key);
  }
  return `${labelOf(unitDocuments, kind)}的“${titles.join('·')}”`;
}

/** A finding for every pair whose first act is dated after its second: at the second act, with the first as related. */
export function findOutOfOrder(
  unitDocuments: UnitDocuments,
  pairs: readonly (readonly [ActPath, ActPath])[],
): readonly Finding[] {
  return pairs.flatMap(([first, second]) => {
    const last = datedActsOf(unitDocuments, first).reduce<DatedAct | null>(laterAct, null);
    if (!last) return [];
    const early = datedActsOf(unitDocuments, second).filter(({ date }) => date < last.date);
    return early.map((act) => reversedFinding(unitDocuments, [first, last], [second, act]));
  });
}

function laterAct(a: DatedAct | null, b: DatedAct): DatedAct {
  return a === null || b.date > a.date ? b : a;
}

function reversedFinding(
  unitDocuments: UnitDocuments,
  [first, before]: readonly [ActPath, DatedAct],
  [second, after]: readonly [ActPath, DatedAct],
): Finding {
  const [former, latter] = [actName(unitDocuments, first), actName(unitDocuments, second)];
  return {
    message: `${latter}是${printDate(after.date)}，早于${former}（${printDate(before.date)}），先后颠倒`,
    span: spanAt(after.record, after.key),
    hint: `应当先有${former}，再有${latter}；核对这两个日期，写错的改正。`,
    related: [{ message: `${former}是${printDate(before.date)}`, span: spanAt(before.record, before.key) }],
  };
}
