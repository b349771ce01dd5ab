import { printDate } from '../../campaign/dates.js';
import type { Schema } from '../../model/schema.js';
import { documentOf, labelOf } from '../unit-documents.js';
import type { UnitDocuments } from '../unit-documents.js';
import { dateAt, placedRecordAt, placedRecordsAt, spanAt } from '../record.js';
import type { PlacedRecord } from '../record.js';
import type { Finding } from '../rule.js';

/** A dated act: kind of document, then the path of its field; `*` stands for every item of a list. */
export type Act = string;

export interface DatedAct {
  readonly date: string;
  readonly row: PlacedRecord;
  /** The field of the row. */
  readonly key: string;
}

/** When an act took place, as the unit's documents state it; empty where they do not. */
export function datesOf(unitDocuments: UnitDocuments, act: Act): readonly DatedAct[] {
  const [kind = '', ...path] = act.split('/');
  const document = documentOf(unitDocuments, kind);
  return document ? follow([document], path) : [];
}

function follow(rows: readonly PlacedRecord[], [key = '', next, ...rest]: readonly string[]): readonly DatedAct[] {
  if (next === undefined) return rows.flatMap((record) => dated(record, key));
  if (next !== '*')
    return follow(
      rows.map((row) => placedRecordAt(row, key)),
      [next, ...rest],
    );
  const items = rows.flatMap((row) => placedRecordsAt(row, key));
  return follow(items, rest);
}

function dated(record: PlacedRecord, key: string): readonly DatedAct[] {
  const date = dateAt(record, key);
  return date === '' ? [] : [{ date, row: record, key }];
}

/** What an act is called, in the words of its schema: 实施方案的“动员会·日期”. */
export function nameOf(unitDocuments: UnitDocuments, act: Act): string {
  const [kind = '', ...path] = act.split('/');
  let schema: Schema | undefined = unitDocuments.project.kinds.find(({ id }) => id === kind)?.schema;
  const titles: string[] = [];
  for (const key of path) {
    schema = key === '*' ? schema?.items : schema?.properties?.[key];
    if (key !== '*') titles.push(schema?.title ?? key);
  }
  return `${labelOf(unitDocuments, kind)}的“${titles.join('·')}”`;
}

/** A finding for every pair whose first act is dated after its second. It stands at the second, the first is related. */
export function outOfOrder(unitDocuments: UnitDocuments, pairs: readonly (readonly [Act, Act])[]): readonly Finding[] {
  return pairs.flatMap(([first, second]) => {
    const last = datesOf(unitDocuments, first).reduce<DatedAct | null>(later, null);
    if (!last) return [];
    const early = datesOf(unitDocuments, second).filter(({ date }) => date < last.date);
    return early.map((act) => reversed(unitDocuments, [first, last], [second, act]));
  });
}

function later(a: DatedAct | null, b: DatedAct): DatedAct {
  return a === null || b.date > a.date ? b : a;
}

function reversed(
  unitDocuments: UnitDocuments,
  [first, before]: readonly [Act, DatedAct],
  [second, after]: readonly [Act, DatedAct],
): Finding {
  const [former, latter] = [nameOf(unitDocuments, first), nameOf(unitDocuments, second)];
  return {
    message: `${latter}是${printDate(after.date)}，早于${former}（${printDate(before.date)}），先后颠倒`,
    span: spanAt(after.row, after.key),
    hint: `应当先有${former}，再有${latter}；核对这两个日期，写错的改正。`,
    related: [{ message: `${former}是${printDate(before.date)}`, span: spanAt(before.row, before.key) }],
  };
}
