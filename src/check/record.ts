import { recordsAt, textAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import { isCalendarDate } from '../campaign/dates.js';
import type { ContentFile } from '../model/project.js';
import { placeOf } from '../model/project.js';
import type { Span } from '../model/span.js';

/** A record of front matter with its place: the whole of a file, or one item of a list in it. */
export interface PlacedRecord {
  readonly file: ContentFile;
  readonly data: Data;
  /** JSON pointer of the record; empty for the whole. */
  readonly pointer: string;
}

export function placedRecord(file: ContentFile): PlacedRecord {
  return { file, data: file.data, pointer: '' };
}

/** The records of the list at `key`, in order. */
export function placedRecordsAt({ file, data, pointer }: PlacedRecord, key: string): readonly PlacedRecord[] {
  return recordsAt(data, key).map((item, index) => ({ file, data: item, pointer: `${pointer}/${key}/${index}` }));
}

/** The record at `key`; without any values where there is none. */
export function placedRecordAt({ file, data, pointer }: PlacedRecord, key: string): PlacedRecord {
  const value = data[key];
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return { file, data: isRecord ? (value as Data) : {}, pointer: `${pointer}/${key}` };
}

/** Where the value at `key` stands, or the record itself. */
export function spanAt({ file, pointer }: PlacedRecord, key = ''): Span {
  return placeOf(file, key === '' ? pointer : `${pointer}/${key}`);
}

/** The date at `key`, empty where there is none that the calendar has. */
export function dateAt(record: PlacedRecord, key: string): string {
  const text = textAt(record.data, key);
  return isCalendarDate(text) ? text : '';
}
