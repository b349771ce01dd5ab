import type { RegisterRecord } from './register.js';

/** One row of 备案登记 for display: one version of one document at one superior. */
export interface RegisterRow {
  readonly units: readonly string[];
  readonly title: string;
  readonly number: string;
  readonly version: number;
  readonly act: string;
  readonly recipient: string;
  readonly due: string;
  readonly sent: string;
  readonly daysLate: number;
  readonly received: string;
  readonly returned: string;
  readonly reason: string;
}

/** Groups register entries by document, version and superior, in the order of their first entry. */
export function registerRows(records: readonly RegisterRecord[]): readonly RegisterRow[] {
  const rows = new Map<string, RegisterRow>();
  for (const record of records) {
    const key = [
      record.package,
      record.document || record.number,
      record.version,
      record.recipient,
      record.copies,
    ].join('\n');
    rows.set(key, merge(rows.get(key) ?? emptyRow(record), record));
  }
  return [...rows.values()];
}

function emptyRow({ act, units, title, number, version, recipient, classification }: RegisterRecord): RegisterRow {
  const shownTitle = title === '' ? `（${classification}，只登记文号）` : title;
  const empty = { due: '', sent: '', daysLate: 0, received: '', returned: '', reason: '' };
  return { act, units, title: shownTitle, number, version, recipient, ...empty };
}

function merge(row: RegisterRow, record: RegisterRecord): RegisterRow {
  switch (record.act) {
    case '报送':
    case '备案':
    case '涉密登记':
      return { ...row, sent: record.date, due: record.due, daysLate: record.daysLate };
    case '接收':
      return { ...row, received: record.date };
    case '退回':
      return { ...row, returned: record.date, reason: record.reason };
  }
}

/** The number of documents that each unit has filed. A joint document counts for every signing unit. */
export function filedByUnit(rows: readonly RegisterRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of rows.filter(({ sent }) => sent !== '').flatMap(({ units }) => units))
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}
