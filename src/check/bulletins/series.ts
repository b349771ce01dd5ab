import { textAt } from '../../model/data.js';
import type { Project } from '../../model/project.js';
import { dateAt, placedRecord } from '../record.js';
import type { PlacedRecord } from '../record.js';

/** One issue of a bulletin. */
export interface Issue {
  readonly record: PlacedRecord;
  readonly extra: boolean;
  readonly no: number | null;
  readonly totalNo: number | null;
  readonly on: string;
}

/** The issues of each series in the order of their numbers; extra issues form a series of their own. */
export function seriesOf({ entries }: Project): readonly (readonly Issue[])[] {
  const series = new Map<string, Issue[]>();
  for (const entry of entries.filter(({ kind }) => kind.id === 'bulletin')) {
    const issue = toIssue(placedRecord(entry));
    const key = `${textAt(entry.data, 'series')}/${issue.extra}`;
    series.set(key, [...(series.get(key) ?? []), issue]);
  }
  return [...series.values()].map((issues) => issues.sort((a, b) => (a.no ?? 0) - (b.no ?? 0)));
}

function toIssue(record: PlacedRecord): Issue {
  const extra = record.data['extra'] === true;
  const number = (key: string): number | null => (typeof record.data[key] === 'number' ? record.data[key] : null);
  return {
    record,
    extra,
    no: number(extra ? 'extraNo' : 'issueNo'),
    totalNo: number('totalNo'),
    on: dateAt(record, 'issuedOn'),
  };
}
