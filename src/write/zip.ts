import { Deflate, deflateSync } from 'fflate';

/** A file of a package: its bytes, or its text, in pieces where it is long. */
export type Part = Uint8Array | string | Iterable<string>;

/** 1 January 1980, 0:00, the first moment that a ZIP can name. */
const MOMENT = 0x0021_0000;
const LEVEL = 6;
/** Characters that are packed at a time; what is shorter is packed as a whole. */
const PIECE = 1 << 20;
/** Version 2.0 of the format; names in UTF-8; packed by DEFLATE. */
const [VERSION, UTF8, DEFLATED] = [20, 0x0800, 8];
const [LOCAL, CENTRAL, END] = [0x0403_4b50, 0x0201_4b50, 0x0605_4b50];
const [LOCAL_LENGTH, CENTRAL_LENGTH, END_LENGTH] = [30, 46, 22];

interface Packed {
  readonly blocks: readonly Uint8Array[];
  /** Bytes before and after packing. */
  readonly size: number;
  readonly packedSize: number;
  readonly crc: number;
}

/** Most files of a package are those of the document before it. */
const last = new Map<string, { readonly part: string; readonly packed: Packed }>();

/**
 * A ZIP of the parts in the order given, the same bytes for the same parts. A part in pieces is packed piece by piece, so
 * that it need never be in memory as a whole.
 */
export function zipParts(parts: Iterable<readonly [path: string, part: Part]>): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, part] of parts) {
    const name = Buffer.from(path);
    const packed = packPart(path, part);
    const header = describe(name, path, packed);
    directory.push(centralHeader(header, offset), name);
    files.push(localHeader(header), name, ...packed.blocks);
    offset += LOCAL_LENGTH + name.length + packed.packedSize;
  }
  return Buffer.concat([...files, ...directory, endRecord(directory, offset)]);
}

function packPart(path: string, part: Part): Packed {
  if (typeof part !== 'string') return part instanceof Uint8Array ? pack([part]) : pack(encode(part));
  const known = last.get(path);
  if (known?.part === part) return known.packed;
  const packed = pack(encode([part]));
  if (part.length < PIECE) last.set(path, { part, packed });
  return packed;
}

function* encode(texts: Iterable<string>): Generator<Uint8Array> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

/** What comes in one block is packed at once, which is what other programs do. */
function pack(input: Iterable<Uint8Array>): Packed {
  const blocks: Uint8Array[] = [];
  let stream: Deflate | null = null;
  let waiting: Uint8Array | null = null;
  let crc = -1;
  let size = 0;
  for (const block of input) {
    if (waiting) {
      stream ??= new Deflate({ level: LEVEL }, (packed) => void blocks.push(packed));
      stream.push(waiting);
    }
    waiting = block;
    crc = checksum(crc, block);
    size += block.length;
  }
  const end = waiting ?? new Uint8Array();
  if (stream) stream.push(end, true);
  else blocks.push(deflateSync(end, { level: LEVEL }));
  const packedSize = blocks.reduce((sum, { length }) => sum + length, 0);
  return { blocks, size, packedSize, crc: ~crc >>> 0 };
}

/** What both headers of a file say of it (APPNOTE.TXT, 4.4), from the version that is needed on. */
function describe(name: Uint8Array, path: string, { crc, packedSize, size }: Packed): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(name.length === path.length ? 0 : UTF8, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt32LE(MOMENT, 6);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packedSize, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function localHeader(fields: Buffer): Buffer {
  const header = Buffer.alloc(LOCAL_LENGTH);
  header.writeUInt32LE(LOCAL, 0);
  fields.copy(header, 4);
  return header;
}

function centralHeader(fields: Buffer, offset: number): Buffer {
  const header = Buffer.alloc(CENTRAL_LENGTH);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(VERSION, 4);
  fields.copy(header, 6);
  header.writeUInt32LE(offset, 42);
  return header;
}

/** `directory` holds two parts for each file, its header and its name. */
function endRecord(directory: readonly Uint8Array[], offset: number): Buffer {
  const record = Buffer.alloc(END_LENGTH);
  record.writeUInt32LE(END, 0);
  record.writeUInt16LE(directory.length / 2, 8);
  record.writeUInt16LE(directory.length / 2, 10);
  record.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  record.writeUInt32LE(offset, 16);
  return record;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb8_8320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as in ISO 3309, before its last inversion. */
function checksum(crc: number, bytes: Uint8Array): number {
  let value = crc;
  for (const byte of bytes) value = (CRC[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return value;
}
