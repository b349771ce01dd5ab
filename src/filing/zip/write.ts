import type { Files } from '../bag/bag.js';
import { crc32 } from './crc32.js';
import { CENTRAL, END, LOCAL, STORED, UTF8_FLAG, dosTime } from './layout.js';

/** Version 2.0 of the format is needed for folders in names; nothing newer is used. */
const VERSION = 20;
const MAX_BYTES = 0xffffffff;

interface Entry {
  readonly name: Uint8Array;
  readonly bytes: Uint8Array;
  readonly crc: number;
  readonly offset: number;
}

/**
 * Files below the folder `root`, or at the top where it is empty, as a ZIP. Nothing is compressed, since DA/T 70 wants no compression in a package and the
 * documents are compressed already; every entry bears the same day, so the same input gives the same bytes.
 */
export function writeZip(root: string, files: Files, date: string): Uint8Array {
  const entries: Entry[] = [];
  let offset = 0;
  for (const [path, bytes] of files) {
    const name = new TextEncoder().encode(root === '' ? path : `${root}/${path}`);
    entries.push({ name, bytes, crc: crc32(bytes), offset });
    offset += LOCAL.bytes + name.length + bytes.length;
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
  const view = new DataView(new ArrayBuffer(LOCAL.bytes));
  view.setUint32(0, LOCAL.mark, true);
  view.setUint16(4, VERSION, true);
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
  const record = new Uint8Array(CENTRAL.bytes + entry.name.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, CENTRAL.mark, true);
  view.setUint16(4, VERSION, true);
  record.set(localRecord(entry, time).subarray(4), 6);
  view.setUint32(42, entry.offset, true);
  record.set(entry.name, CENTRAL.bytes);
  return record;
}

function endRecord(count: number, directoryBytes: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(END.bytes));
  view.setUint32(0, END.mark, true);
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
  const whole = new Uint8Array(sizeOf(parts));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
