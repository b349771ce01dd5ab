import { Inflate } from 'fflate';
import { crc32 } from './crc32.js';
import { CENTRAL_HEADER, DEFLATED, ENCRYPTED_FLAG, END_RECORD, LOCAL_HEADER, STORED } from './layout.js';
import type { ByteSource } from '../../model/ports.js';

export interface ZipEntry {
  readonly path: string;
  readonly bytes: number;
  readonly packed: number;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly time: number;
  /** Offset of the local header. */
  readonly offset: number;
  /** The Unix file type, such as 0o12 for a symbolic link; 0 if the archiver recorded none. */
  readonly unixKind: number;
}

/** The central directory of a ZIP. `fault` is the reason, in Chinese, why it cannot be read; otherwise empty. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly fault: string;
  /** Bytes at the end of the file that belong to no record. */
  readonly slack: number;
  /** Offset of the central directory, which follows all local records. */
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

/** Reads the central directory of a ZIP, without file data. More than `maxEntries` entries are a fault. */
export async function readDirectory(source: ByteSource, maxEntries: number): Promise<ZipDirectory> {
  const failed = (fault: string): ZipDirectory => ({ entries: [], fault, slack: 0, start: 0 });
  const tail = await source.read(Math.max(0, source.bytes - END_RECORD.bytes - 0xffff), END_RECORD.bytes + 0xffff);
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
  return { entries, fault: '', slack: source.bytes - END_RECORD.bytes - start - size, start };
}

function findEnd(tail: Uint8Array): number {
  const view = viewOf(tail);
  for (let at = tail.length - END_RECORD.bytes; at >= 0; at -= 1)
    if (view.getUint32(at, true) === END_RECORD.signature) return at;
  return -1;
}

function parseDirectory(bytes: Uint8Array, count: number): readonly ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_HEADER.bytes > bytes.length) return null;
    const view = viewOf(bytes.subarray(at));
    if (view.getUint32(0, true) !== CENTRAL_HEADER.signature) return null;
    const nameLength = view.getUint16(28, true);
    const path = decodeName(bytes.subarray(at + CENTRAL_HEADER.bytes, at + CENTRAL_HEADER.bytes + nameLength));
    if (path === null) return null;
    entries.push(toEntry(view, path));
    at += CENTRAL_HEADER.bytes + nameLength + view.getUint16(30, true) + view.getUint16(32, true);
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

/**
 * The range of an entry's file data. Throws `ZipError` if the local header does not agree with the central directory.
 */
export async function extentOf(source: ByteSource, entry: ZipEntry): Promise<readonly [start: number, end: number]> {
  const head = await source.read(entry.offset, LOCAL_HEADER.bytes);
  if (head.length < LOCAL_HEADER.bytes) throw new ZipError('记录超出了文件');
  const view = viewOf(head);
  if (view.getUint32(0, true) !== LOCAL_HEADER.signature) throw new ZipError('记录的开头不对');
  const nameLength = view.getUint16(26, true);
  const name = decodeName(await source.read(entry.offset + LOCAL_HEADER.bytes, nameLength));
  if (name !== entry.path) throw new ZipError('目录里的名字和记录里的不同');
  if (!agrees(view, entry)) throw new ZipError('目录里的大小、校验值或时间和记录里的不同');
  const start = entry.offset + LOCAL_HEADER.bytes + nameLength + view.getUint16(28, true);
  return [start, start + entry.packed];
}

/** If bit 3 is set, sizes and checksum follow the data, and may be zero in the local header. */
function agrees(view: DataView, entry: ZipEntry): boolean {
  const streamed = (entry.flags & 0x8) !== 0;
  const sizes = [view.getUint32(14, true), view.getUint32(18, true), view.getUint32(22, true)];
  const expected = [entry.crc, entry.packed, entry.bytes];
  const same =
    sizes.every((size, index) => size === expected[index]) || (streamed && sizes.every((size) => size === 0));
  return same && view.getUint32(10, true) === entry.time && view.getUint16(8, true) === entry.method;
}

/** Reads an entry, at most the size in the central directory and at most `limit` bytes. Throws `ZipError`. */
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

/** Decompresses raw deflate data; stops when the output exceeds `limit` bytes. Throws `ZipError`. */
export function inflateBounded(packed: Uint8Array, limit: number): Uint8Array {
  const output = new Uint8Array(limit);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > limit) throw new ZipError('展开后比目录里写的大，可能是压缩炸弹');
    output.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    pushInSteps(inflate, packed);
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('压缩的内容已损坏');
  }
  return output.subarray(0, filled);
}

/** Decompresses in small steps, which also limits the output of each step. */
function pushInSteps(inflate: Inflate, packed: Uint8Array): void {
  const step = 16_384;
  for (let at = 0; at < packed.length; at += step)
    inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
