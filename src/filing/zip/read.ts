import { Inflate } from 'fflate';
import { crc32 } from './crc32.js';
import { CENTRAL, DEFLATED, ENCRYPTED_FLAG, END, LOCAL, STORED } from './layout.js';
import type { ByteSource } from '../../model/ports.js';

export interface ZipEntry {
  readonly path: string;
  readonly bytes: number;
  readonly packed: number;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly time: number;
  /** Where the local record begins. */
  readonly offset: number;
  /** The kind of file that a Unix archiver noted, 0 where none did; links are 0o12. */
  readonly unixKind: number;
}

/** What the directory of a ZIP says. `fault` is why it cannot be read, in Chinese; `slack` the bytes no record owns. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly fault: string;
  readonly slack: number;
  /** Where the directory begins: no file's record reaches further. */
  readonly start: number;
}

export class ZipError extends Error {}

const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;

export function bufferSource(bytes: Uint8Array): ByteSource {
  return {
    bytes: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, Math.max(offset, offset + length))),
  };
}

/** Reads the directory of a ZIP, at most `maxEntries` of it. Nothing of the files themselves is read. */
export async function readDirectory(source: ByteSource, maxEntries: number): Promise<ZipDirectory> {
  const failed = (fault: string): ZipDirectory => ({ entries: [], fault, slack: 0, start: 0 });
  const tail = await source.read(Math.max(0, source.bytes - END.bytes - 0xffff), END.bytes + 0xffff);
  const at = findEnd(tail);
  if (at < 0) return failed('没有 ZIP 的结尾，文件不完整或不是 ZIP');
  const end = viewOf(tail.subarray(at));
  const [count, size, start] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) return failed('是 64 位的大 ZIP，这里不收');
  if (count > maxEntries) return failed(`有 ${count} 个文件，超过 ${maxEntries} 个的上限`);
  if (size > MAX_DIRECTORY_BYTES || start + size > source.bytes) return failed('目录超出了文件，文件不完整');
  const directory = await source.read(start, size);
  const entries = parseDirectory(directory, count);
  if (!entries) return failed('目录读不懂，文件已损坏');
  return { entries, fault: '', slack: source.bytes - END.bytes - start - size, start };
}

function findEnd(tail: Uint8Array): number {
  const view = viewOf(tail);
  for (let at = tail.length - END.bytes; at >= 0; at -= 1) if (view.getUint32(at, true) === END.mark) return at;
  return -1;
}

function parseDirectory(bytes: Uint8Array, count: number): readonly ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL.bytes > bytes.length) return null;
    const view = viewOf(bytes.subarray(at));
    if (view.getUint32(0, true) !== CENTRAL.mark) return null;
    const nameLength = view.getUint16(28, true);
    const path = decodeName(bytes.subarray(at + CENTRAL.bytes, at + CENTRAL.bytes + nameLength));
    if (path === null) return null;
    entries.push(toEntry(view, path));
    at += CENTRAL.bytes + nameLength + view.getUint16(30, true) + view.getUint16(32, true);
  }
  return at === bytes.length ? entries : null;
}

function toEntry(view: DataView, path: string): ZipEntry {
  return {
    path,
    flags: view.getUint16(8, true),
    method: view.getUint16(10, true),
    time: view.getUint32(12, true),
    crc: view.getUint32(16, true),
    packed: view.getUint32(20, true),
    bytes: view.getUint32(24, true),
    unixKind: view.getUint32(38, true) >>> 28,
    offset: view.getUint32(42, true),
  };
}

function decodeName(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where an entry's record begins and ends, once its local header agrees with the directory. Throws `ZipError`. */
export async function extentOf(source: ByteSource, entry: ZipEntry): Promise<readonly [start: number, end: number]> {
  const head = await source.read(entry.offset, LOCAL.bytes);
  if (head.length < LOCAL.bytes) throw new ZipError('记录超出了文件');
  const view = viewOf(head);
  if (view.getUint32(0, true) !== LOCAL.mark) throw new ZipError('记录的开头不对');
  const nameLength = view.getUint16(26, true);
  const name = decodeName(await source.read(entry.offset + LOCAL.bytes, nameLength));
  if (name !== entry.path) throw new ZipError('目录里的名字和记录里的不同');
  if (!agrees(view, entry)) throw new ZipError('目录里的大小、校验值或时间和记录里的不同');
  const start = entry.offset + LOCAL.bytes + nameLength + view.getUint16(28, true);
  return [start, start + entry.packed];
}

/** With bit 3 set, sizes and checksum stand behind the data, and the local header has zeros. */
function agrees(view: DataView, entry: ZipEntry): boolean {
  const streamed = (entry.flags & 0x8) !== 0;
  const sizes = [view.getUint32(14, true), view.getUint32(18, true), view.getUint32(22, true)];
  const expected = [entry.crc, entry.packed, entry.bytes];
  const same =
    sizes.every((size, index) => size === expected[index]) || (streamed && sizes.every((size) => size === 0));
  return same && view.getUint32(10, true) === entry.time && view.getUint16(8, true) === entry.method;
}

/** The bytes of an entry, never more than the directory announced and `limit` allows. Throws `ZipError`. */
export async function readEntry(source: ByteSource, entry: ZipEntry, limit: number): Promise<Uint8Array> {
  if ((entry.flags & ENCRYPTED_FLAG) !== 0) throw new ZipError('加了密，打不开');
  if (entry.bytes > limit) throw new ZipError(`展开后有 ${entry.bytes} 字节，超过 ${limit} 字节的上限`);
  const [start, end] = await extentOf(source, entry);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new ZipError('用了少见的压缩方法');
  if (end > source.bytes) throw new ZipError('内容超出了文件');
  const packed = await source.read(start, end - start);
  const bytes = entry.method === STORED ? packed : inflateBounded(packed, entry.bytes);
  if (bytes.length !== entry.bytes) throw new ZipError('展开后的大小和目录里的不同');
  if (crc32(bytes) !== entry.crc) throw new ZipError('校验值不对，内容被改动过或已损坏');
  return bytes;
}

/** Raw deflate, stopped as soon as more than `limit` bytes come out. Throws `ZipError`. */
export function inflateBounded(packed: Uint8Array, limit: number): Uint8Array {
  const whole = new Uint8Array(limit);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > limit) throw new ZipError('展开后比目录里写的大，可能是压缩炸弹');
    whole.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    feed(inflate, packed);
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('压缩的内容已损坏');
  }
  return whole.subarray(0, filled);
}

/** Small steps keep what comes out of one step small as well. */
function feed(inflate: Inflate, packed: Uint8Array): void {
  const step = 16_384;
  for (let at = 0; at < packed.length; at += step)
    inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
