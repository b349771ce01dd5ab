import type { Files } from '../bag/bag.js';
import { crc32 } from './crc32.js';
import { CENTRAL_HEADER, END_RECORD, LOCAL_HEADER, STORED, UTF8_FLAG, dosTime } from './layout.js';

/** Version needed to extract: 2.0, for folders. */
const VERSION_NEEDED = 20;
const MAX_BYTES = 0xffffffff;

interface Entry {
  readonly name: Uint8Array;
  readonly bytes: Uint8Array;
  readonly crc: number;
  readonly offset: number;
}

/**
 * Writes files below the folder `root`, or at the top level if it is empty, as a ZIP. Nothing is compressed, since
 * DA/T 70 allows no compression in a package and the documents are compressed already. All entries have the same date,
 * so the same input gives the same bytes.
 */
export function writeZip(root: string, files: Files, date: string): Uint8Array {
  const entries: Entry[] = [];
  let offset = 0;
  for (const [path, bytes] of files) {
    const name = new TextEncoder().encode(root === '' ? path : `${root}/${path}`);
    entries.push({ name, bytes, crc: crc32(bytes), offset });
    offset += LOCAL_HEADER.bytes + name.length + bytes.length;
  }
  const directory = entries.map((entry) => centralRecord(entry, dosTime(date)));
  const parts = [
    ...entries.flatMap((entry) => [localRecord(entry, dosTime(date)), entry.name, entry.bytes]),
    ...directory,
    endRecord(entries.length, sizeOf(directory), offset),
  ];
  if (sizeOf(parts) > MAX_BYTES) throw new RangeError('a ZIP without 64-bit records holds at most 4 GB');
  return concatenate(parts);
}

function localRecord({ name, bytes, crc }: Entry, time: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(LOCAL_HEADER.bytes));
  view.setUint32(0, LOCAL_HEADER.signature, true);
  view.setUint16(4, VERSION_NEEDED, true);
  view.setUint16(6, UTF8_FLAG, true);
  view.setUint16(8, STORED, true);
  view.setUint32(10, time, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, bytes.length, true);
  view.setUint32(22, bytes.length, true);
  view.setUint16(26, name.length, true);
  return new Uint8Array(view.buffer);
}

function centralRecord(entry: Entry, time: number): Uint8Array {
  const record = new Uint8Array(CENTRAL_HEADER.bytes + entry.name.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, CENTRAL_HEADER.signature, true);
  view.setUint16(4, VERSION_NEEDED, true);
  record.set(localRecord(entry, time).subarray(4), 6);
  view.setUint32(42, entry.offset, true);
  record.set(entry.name, CENTRAL_HEADER.bytes);
  return record;
}

function endRecord(count: number, directoryBytes: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(END_RECORD.bytes));
  view.setUint32(0, END_RECORD.signature, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, directoryBytes, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const output = new Uint8Array(sizeOf(parts));
  let offset = 0;
  for (const part of parts) {
    output.set(part, offset);
    offset += part.length;
  }
  return output;
}
