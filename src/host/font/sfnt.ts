/** One font in a file: its tables by tag. `scaler` is the sfnt version: TrueType or CFF (`OTTO`) outlines. */
export interface Sfnt {
  readonly scaler: number;
  readonly tables: ReadonlyMap<string, Buffer>;
}

export const TRUETYPE = 0x00010000;
export const CFF = 0x4f54544f;
const COLLECTION = 0x74746366;
const MAC_TRUETYPE = 0x74727565;

const HEADER_BYTES = 12;
const RECORD_BYTES = 16;

/**
 * The offset of each font in a file: one for a plain font, several for a collection (`.ttc`), none if it is not a font.
 */
export function fontOffsets(start: Buffer): readonly number[] {
  if (start.length < HEADER_BYTES) return [];
  const scaler = start.readUInt32BE(0);
  if (scaler === TRUETYPE || scaler === CFF || scaler === MAC_TRUETYPE) return [0];
  if (scaler !== COLLECTION) return [];
  const count = Math.min(start.readUInt32BE(8), Math.floor((start.length - HEADER_BYTES) / 4));
  return Array.from({ length: count }, (_, index) => start.readUInt32BE(HEADER_BYTES + 4 * index));
}

/** The range of each table of the font at `offset`, by tag. Throws `RangeError` if the table directory is truncated. */
export function tableRanges(
  file: Buffer,
  offset: number,
): ReadonlyMap<string, { readonly offset: number; readonly length: number }> {
  const count = file.readUInt16BE(offset + 4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = offset + HEADER_BYTES + RECORD_BYTES * index;
      const range = { offset: file.readUInt32BE(at + 8), length: file.readUInt32BE(at + 12) };
      return [file.toString('latin1', at, at + 4), range] as const;
    }),
  );
}

/** Reads one font of a file. Throws `RangeError` if the file is truncated. */
export function readSfnt(file: Buffer, index: number): Sfnt {
  const offset = fontOffsets(file)[index];
  if (offset === undefined) throw new RangeError('not a font, or no such face in the collection');
  const tables = new Map<string, Buffer>();
  for (const [tag, range] of tableRanges(file, offset)) {
    if (range.offset + range.length > file.length) throw new RangeError(`table ${tag} is cut short`);
    tables.set(tag, file.subarray(range.offset, range.offset + range.length));
  }
  return { scaler: file.readUInt32BE(offset), tables };
}

/** Returns a required table. Throws `RangeError` if it is missing. */
export function table(sfnt: Sfnt, tag: string): Buffer {
  const found = sfnt.tables.get(tag);
  if (found === undefined) throw new RangeError(`no ${tag} table`);
  return found;
}

/** Writes a font file: tables sorted by tag and aligned to four bytes, with checksums. */
export function writeSfnt({ scaler, tables }: Sfnt): Buffer {
  const tags = [...tables.keys()].sort();
  const directory = Buffer.alloc(HEADER_BYTES + RECORD_BYTES * tags.length);
  writeHeader(directory, scaler, tags.length);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  let headAt = 0;
  tags.forEach((tag, index) => {
    const body = padded(
      tag === 'head' ? withoutAdjustment(table({ scaler, tables }, tag)) : table({ scaler, tables }, tag),
    );
    const at = HEADER_BYTES + RECORD_BYTES * index;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(body), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE((tables.get(tag) ?? body).length, at + 12);
    if (tag === 'head') headAt = offset;
    parts.push(body);
    offset += body.length;
  });
  const file = Buffer.concat(parts);
  if (headAt > 0) file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

function writeHeader(directory: Buffer, scaler: number, count: number): void {
  const power = Math.floor(Math.log2(count));
  directory.writeUInt32BE(scaler, 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(RECORD_BYTES * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(RECORD_BYTES * (count - 2 ** power), 10);
}

/** Checksums are computed with `checkSumAdjustment` set to zero. */
function withoutAdjustment(head: Buffer): Buffer {
  const copy = Buffer.from(head);
  copy.writeUInt32BE(0, 8);
  return copy;
}

function padded(body: Buffer): Buffer {
  const rest = body.length % 4;
  return rest === 0 ? body : Buffer.concat([body, Buffer.alloc(4 - rest)]);
}

function checksum(body: Buffer): number {
  let sum = 0;
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0;
  return sum;
}
