import { runCharstring, type Pen, type Subroutines } from './charstring.js';

/** The glyph outlines of a CFF table (Adobe Technical Note 5176). */
export interface Outlines {
  readonly count: number;
  /** Draws one glyph. Throws `RangeError` if its charstring is malformed. */
  draw(glyph: number, pen: Pen): void;
}

type Dict = ReadonlyMap<number, readonly number[]>;

const ESCAPE = 12;
const CHARSTRINGS = 17;
const PRIVATE = 18;
const SUBRS = 19;
const FD_ARRAY = 1236;
const FD_SELECT = 1237;

/** Reads a CFF table, CID-keyed or not. */
export function readOutlines(cff: Buffer): Outlines {
  const names = readIndex(cff, cff.readUInt8(2));
  const topDicts = readIndex(cff, names.end);
  const strings = readIndex(cff, topDicts.end);
  const globalSubroutines = readIndex(cff, strings.end).items;
  const top = readDict(at(topDicts.items, 0));
  const charstrings = readIndex(cff, operand(top, CHARSTRINGS)).items;
  const locals = readLocals(cff, top);
  const fdSelect = top.has(FD_SELECT) ? readFdSelect(cff, operand(top, FD_SELECT), charstrings.length) : null;
  const subroutines = locals.map((local): Subroutines => ({ local, global: globalSubroutines }));
  return {
    count: charstrings.length,
    draw: (glyph, pen) => runCharstring(at(charstrings, glyph), at(subroutines, fdSelect?.[glyph] ?? 0), pen),
  };
}

/** The local subroutines of each Font DICT. A font that is not CID-keyed has one. */
function readLocals(cff: Buffer, top: Dict): readonly (readonly Buffer[])[] {
  if (!top.has(FD_ARRAY)) return [readSubroutines(cff, top)];
  return readIndex(cff, operand(top, FD_ARRAY)).items.map((dict) => readSubroutines(cff, readDict(dict)));
}

function readSubroutines(cff: Buffer, dict: Dict): readonly Buffer[] {
  const [size, offset] = dict.get(PRIVATE) ?? [];
  if (size === undefined || offset === undefined) return [];
  const relative = readDict(cff.subarray(offset, offset + size)).get(SUBRS)?.[0];
  return relative === undefined ? [] : readIndex(cff, offset + relative).items;
}

/** Reads FDSelect, the Font DICT index of each glyph. Format 0 is an array, format 3 contains ranges. */
function readFdSelect(cff: Buffer, offset: number, count: number): Uint8Array {
  if (cff.readUInt8(offset) === 0) return cff.subarray(offset + 1, offset + 1 + count);
  const fdSelect = new Uint8Array(count);
  const ranges = cff.readUInt16BE(offset + 1);
  for (let range = 0; range < ranges; range += 1) {
    const start = offset + 3 + 3 * range;
    fdSelect.fill(cff.readUInt8(start + 2), cff.readUInt16BE(start), cff.readUInt16BE(start + 3));
  }
  return fdSelect;
}

function readIndex(cff: Buffer, start: number): { readonly items: readonly Buffer[]; readonly end: number } {
  const count = cff.readUInt16BE(start);
  if (count === 0) return { items: [], end: start + 2 };
  const size = cff.readUInt8(start + 2);
  const data = start + 2 + size * (count + 1);
  const offsets = Array.from(
    { length: count + 1 },
    (_, index) => data + cff.readUIntBE(start + 3 + size * index, size),
  );
  const items = offsets.slice(0, -1).map((from, index) => cff.subarray(from, at(offsets, index + 1)));
  return { items, end: at(offsets, count) };
}

/**
 * Two-byte operators have the key 1200 + second byte. Real numbers are read as NaN, since no operator used here has
 * any.
 */
function readDict(dict: Buffer): Dict {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  let position = 0;
  while (position < dict.length) {
    const byte = dict.readUInt8(position);
    if (byte <= 21) {
      const escaped = byte === ESCAPE;
      entries.set(escaped ? 1200 + dict.readUInt8(position + 1) : byte, operands);
      operands = [];
      position += escaped ? 2 : 1;
    } else {
      const [value, length] = readOperand(dict, position);
      operands.push(value);
      position += length;
    }
  }
  return entries;
}

function readOperand(dict: Buffer, position: number): readonly [value: number, length: number] {
  const byte = dict.readUInt8(position);
  if (byte === 28) return [dict.readInt16BE(position + 1), 3];
  if (byte === 29) return [dict.readInt32BE(position + 1), 5];
  if (byte === 30) return [Number.NaN, realLength(dict, position)];
  if (byte <= 246) return [byte - 139, 1];
  const next = dict.readUInt8(position + 1);
  return byte <= 250 ? [(byte - 247) * 256 + next + 108, 2] : [-(byte - 251) * 256 - next - 108, 2];
}

/** Length of a real number: a sequence of nibbles that ends with 0xf. */
function realLength(dict: Buffer, position: number): number {
  let end = position + 1;
  while ((dict.readUInt8(end) & 0x0f) !== 0x0f) end += 1;
  return end - position + 1;
}

function operand(dict: Dict, operator: number): number {
  return at(dict.get(operator) ?? [], 0);
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`CFF: nothing at ${index}`);
  return item;
}
