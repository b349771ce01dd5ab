/** Glyph index by code point. */
export type CharacterMap = ReadonlyMap<number, number>;

const HEADER_BYTES = 4;
const RECORD_BYTES = 8;
const FORMAT_SEGMENTS = 4;
const FORMAT_GROUPS = 12;
const FORMAT_VARIATIONS = 14;
const PLATFORM_UNICODE = 0;
const PLATFORM_WINDOWS = 3;
/** Encoding ID of Windows symbol fonts, whose code points are not characters. */
const ENCODING_SYMBOL = 0;

interface Subtable {
  readonly platform: number;
  readonly encoding: number;
  readonly body: Buffer;
}

/** Reads the Unicode mappings of a `cmap` table. Throws `RangeError` if it is malformed. */
export function readCharacterMap(cmap: Buffer): CharacterMap {
  const unicode = subtables(cmap).filter(({ platform, encoding }) =>
    platform === PLATFORM_WINDOWS ? encoding !== ENCODING_SYMBOL : platform === PLATFORM_UNICODE,
  );
  const map = new Map<number, number>();
  for (const { body } of unicode) {
    const format = body.readUInt16BE(0);
    if (format === FORMAT_SEGMENTS) addSegments(body, map);
    if (format === FORMAT_GROUPS) addGroups(body, map);
  }
  return map;
}

/** Writes a `cmap` table with these mappings and the variation sequences (format 14) of `source`. */
export function writeCharacterMap(map: CharacterMap, source: Buffer): Buffer {
  const groups = { platform: PLATFORM_WINDOWS, encoding: 10, body: writeGroups(map) };
  const variations = subtables(source).filter(({ body }) => body.readUInt16BE(0) === FORMAT_VARIATIONS);
  const tables = [...variations.slice(0, 1), groups];
  const head = Buffer.alloc(HEADER_BYTES + RECORD_BYTES * tables.length);
  head.writeUInt16BE(tables.length, 2);
  let offset = head.length;
  tables.forEach(({ platform, encoding, body }, index) => {
    const at = HEADER_BYTES + RECORD_BYTES * index;
    head.writeUInt16BE(platform, at);
    head.writeUInt16BE(encoding, at + 2);
    head.writeUInt32BE(offset, at + 4);
    offset += body.length;
  });
  return Buffer.concat([head, ...tables.map(({ body }) => body)]);
}

function subtables(cmap: Buffer): readonly Subtable[] {
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, index): Subtable => {
    const at = HEADER_BYTES + RECORD_BYTES * index;
    const rest = cmap.subarray(cmap.readUInt32BE(at + 4));
    return {
      platform: cmap.readUInt16BE(at),
      encoding: cmap.readUInt16BE(at + 2),
      body: rest.subarray(0, lengthOf(rest)),
    };
  });
}

/** The length field has 16 bits in formats up to 6, 32 bits after two reserved bytes in 8 to 13, and 32 bits in 14. */
function lengthOf(subtable: Buffer): number {
  const format = subtable.readUInt16BE(0);
  if (format < 8) return subtable.readUInt16BE(2);
  return subtable.readUInt32BE(format === FORMAT_VARIATIONS ? 2 : 4);
}

/** Format 4: segments of the basic multilingual plane. Glyph 0 means that a code point has no glyph. */
function addSegments(map: Buffer, into: Map<number, number>): void {
  const size = map.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    const end = map.readUInt16BE(14 + at);
    const start = map.readUInt16BE(16 + size + at);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = segmentGlyph(map, size, at, code, start);
      if (glyph !== 0) into.set(code, glyph);
    }
  }
}

function segmentGlyph(map: Buffer, size: number, at: number, code: number, start: number): number {
  const delta = map.readUInt16BE(16 + size * 2 + at);
  const rangeAt = 16 + 3 * size + at;
  const range = map.readUInt16BE(rangeAt);
  if (range === 0) return (code + delta) & 0xffff;
  const glyph = map.readUInt16BE(rangeAt + range + 2 * (code - start));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

/** Format 12: groups in all planes. */
function addGroups(map: Buffer, into: Map<number, number>): void {
  for (let group = 0; group < map.readUInt32BE(12); group += 1) {
    const at = 16 + 12 * group;
    const [start, end, glyph] = [map.readUInt32BE(at), map.readUInt32BE(at + 4), map.readUInt32BE(at + 8)];
    if (end > 0x10ffff) throw new RangeError('cmap: a group past the last code point');
    for (let code = start; code <= end; code += 1) if (glyph + code > start) into.set(code, glyph + code - start);
  }
}

function writeGroups(map: CharacterMap): Buffer {
  const groups: [start: number, end: number, glyph: number][] = [];
  for (const [code, glyph] of [...map].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last?.[1] === code - 1 && last[2] + code - last[0] === glyph) last[1] = code;
    else groups.push([code, code, glyph]);
  }
  const body = Buffer.alloc(16 + 12 * groups.length);
  body.writeUInt16BE(FORMAT_GROUPS, 0);
  body.writeUInt32BE(body.length, 4);
  body.writeUInt32BE(groups.length, 12);
  groups.flat().forEach((value, index) => body.writeUInt32BE(value, 16 + 4 * index));
  return body;
}
