import { recordsAt, textAt } from '../model/data.js';
import type { Data } from '../model/data.js';
import { isCalendarDate } from '../campaign/dates.js';
import type { ContentFile } from '../model/project.js';
import { placeOf } from '../model/origin.js';
import type { Span } from '../model/span.js';

/** A record of front matter with its place: the whole front matter of a file, or an object inside it. */
export interface PlacedRecord {
  readonly file: ContentFile;
  readonly data: Data;
  /** JSON pointer of the record; empty for the whole front matter. */
  readonly pointer: string;
}

export function placedRecord(file: ContentFile): PlacedRecord {
  return { file, data: file.data, pointer: '' };
}

/** The records of the list at `key`, in order. */
export function placedRecordsAt({ file, data, pointer }: PlacedRecord, key: string): readonly PlacedRecord[] {
  return recordsAt(data, key).map((item, index) => ({ file, data: item, pointer: `${pointer}/${key}/${index}` }));
}

/** The record at `key`; an empty record if there is none. */
export function placedRecordAt({ file, data, pointer }: PlacedRecord, key: string): PlacedRecord {
  const value = data[key];
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return { file, data: isRecord ? (value as Data) : {}, pointer: `${pointer}/${key}` };
}

/** The span of the value at `key`; of the record itself if no key is given. */
export function spanAt({ file, pointer }: PlacedRecord, key = ''): Span {
  return placeOf(file, key === '' ? pointer : `${pointer}/${key}`);
}

/** The date at `key`; empty if the value is missing or not a calendar date. */
export function dateAt(record: PlacedRecord, key: string): string {
  const text = textAt(record.data, key);
  return isCalendarDate(text) ? text : '';
}
