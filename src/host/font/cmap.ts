/** Which glyph a face draws each code point with. */
export type CharacterMap = ReadonlyMap<number, number>;

const HEADER = 4;
const RECORD = 8;
const BMP = 4;
const VARIATIONS = 14;
const FULL = 12;
const WINDOWS = 3;
const UNICODE = 0;
/** Code points of a Windows symbol face are positions of its own and no characters. */
const SYMBOL = 0;

interface Subtable {
  readonly platform: number;
  readonly encoding: number;
  readonly body: Buffer;
}

/** Reads the Unicode mappings of a `cmap` table; throws `RangeError` where it is malformed. */
export function readCharacterMap(cmap: Buffer): CharacterMap {
  const unicode = subtables(cmap).filter(({ platform, encoding }) =>
    platform === WINDOWS ? encoding !== SYMBOL : platform === UNICODE,
  );
  const map = new Map<number, number>();
  for (const { body } of unicode) {
    const format = body.readUInt16BE(0);
    if (format === BMP) addSegments(body, map);
    if (format === FULL) addGroups(body, map);
  }
  return map;
}

/** A `cmap` table of these mappings; the variation sequences of `source`, which name glyphs too, go with them. */
export function writeCharacterMap(map: CharacterMap, source: Buffer): Buffer {
  const full = { platform: WINDOWS, encoding: 10, body: groupsOf(map) };
  const variations = subtables(source).filter(({ body }) => body.readUInt16BE(0) === VARIATIONS);
  const kept = [...variations.slice(0, 1), full];
  const head = Buffer.alloc(HEADER + RECORD * kept.length);
  head.writeUInt16BE(kept.length, 2);
  let offset = head.length;
  kept.forEach(({ platform, encoding, body }, index) => {
    const at = HEADER + RECORD * index;
    head.writeUInt16BE(platform, at);
    head.writeUInt16BE(encoding, at + 2);
    head.writeUInt32BE(offset, at + 4);
    offset += body.length;
  });
  return Buffer.concat([head, ...kept.map(({ body }) => body)]);
}

function subtables(cmap: Buffer): readonly Subtable[] {
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, index): Subtable => {
    const at = HEADER + RECORD * index;
    const rest = cmap.subarray(cmap.readUInt32BE(at + 4));
    return {
      platform: cmap.readUInt16BE(at),
      encoding: cmap.readUInt16BE(at + 2),
      body: rest.subarray(0, lengthOf(rest)),
    };
  });
}

/** Formats up to 6 have a short length, 8 to 13 a long one after two bytes of padding, 14 one without. */
function lengthOf(subtable: Buffer): number {
  const format = subtable.readUInt16BE(0);
  if (format < 8) return subtable.readUInt16BE(2);
  return subtable.readUInt32BE(format === VARIATIONS ? 2 : 4);
}

/** Format 4: segments of the basic plane; a glyph of 0 is a hole in a segment. */
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

/** Format 12: groups of any plane. */
function addGroups(map: Buffer, into: Map<number, number>): void {
  for (let group = 0; group < map.readUInt32BE(12); group += 1) {
    const at = 16 + 12 * group;
    const [start, end, glyph] = [map.readUInt32BE(at), map.readUInt32BE(at + 4), map.readUInt32BE(at + 8)];
    if (end > 0x10ffff) throw new RangeError('cmap: a group past the last code point');
    for (let code = start; code <= end; code += 1) if (glyph + code > start) into.set(code, glyph + code - start);
  }
}

function groupsOf(map: CharacterMap): Buffer {
  const groups: [start: number, end: number, glyph: number][] = [];
  for (const [code, glyph] of [...map].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last?.[1] === code - 1 && last[2] + code - last[0] === glyph) last[1] = code;
    else groups.push([code, code, glyph]);
  }
  const body = Buffer.alloc(16 + 12 * groups.length);
  body.writeUInt16BE(FULL, 0);
  body.writeUInt32BE(body.length, 4);
  body.writeUInt32BE(groups.length, 12);
  groups.flat().forEach((value, index) => body.writeUInt32BE(value, 16 + 4 * index));
  return body;
}
