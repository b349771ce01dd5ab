import { readCharacterMap, writeCharacterMap, type CharacterMap } from './cmap.js';
import { advanceWidths } from './metrics.js';
import { table, type Sfnt } from './sfnt.js';

/** Glyph indices have 16 bits. */
const MAX_GLYPHS = 0xffff;

/**
 * Gives every code point of a TrueType face a separate glyph. Many faces map a Kangxi radical (U+2F00…) or a
 * compatibility ideograph (U+F900…) to the glyph of the ordinary character, and a PDF maps each glyph to one code
 * point: searching for 人 could then fail, since the PDF contains ⼈. If no glyph index is left for a copy, the mapping
 * of such a code point is dropped, since the ordinary character is more frequent.
 */
export function separateCharacters(face: Sfnt): Sfnt {
  const map = readCharacterMap(table(face, 'cmap'));
  const available = MAX_GLYPHS - table(face, 'maxp').readUInt16BE(4);
  const { map: separated, copied } = assignGlyphs(map, available);
  const tables = new Map([...face.tables, ...(copied.length === 0 ? [] : withCopies(face, copied))]);
  return { ...face, tables: tables.set('cmap', writeCharacterMap(separated, table(face, 'cmap'))) };
}

interface GlyphAssignment {
  readonly map: CharacterMap;
  /** Glyphs to copy. The copies are appended after the last glyph of the face, in this order. */
  readonly copied: readonly number[];
}

function assignGlyphs(map: CharacterMap, available: number): GlyphAssignment {
  const taken = new Set<number>();
  const separated = new Map<number, number>();
  const copied: number[] = [];
  const next = MAX_GLYPHS - available;
  for (const [code, glyph] of [...map].sort(compareOrdinaryFirst)) {
    if (!taken.has(glyph)) separated.set(code, glyph);
    else if (copied.length < available) separated.set(code, next + copied.push(glyph) - 1);
    else if (!isDuplicate(code)) separated.set(code, glyph);
    taken.add(glyph);
  }
  return { map: separated, copied };
}

function compareOrdinaryFirst([a]: readonly [number, number], [b]: readonly [number, number]): number {
  return Number(isDuplicate(a)) - Number(isDuplicate(b)) || a - b;
}

/** Whether a code point is a radical (both blocks) or a compatibility ideograph (both planes). */
function isDuplicate(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f800 && code <= 0x2fa1f)
  );
}

function withCopies(face: Sfnt, glyphs: readonly number[]): readonly (readonly [string, Buffer])[] {
  const offsets = readOffsets(face);
  const glyf = table(face, 'glyf');
  const bodies = glyphs.map((glyph) => padToFour(glyf.subarray(offsets[glyph], offsets[glyph + 1])));
  const start = padToFour(glyf);
  let end = start.length;
  const ends = bodies.map((body) => (end += body.length));
  const starts = offsets.map((offset, glyph) => (glyph === offsets.length - 1 ? start.length : offset));
  return [
    ['glyf', Buffer.concat([start, ...bodies])],
    ['loca', encodeUint32([...starts, ...ends])],
    ['hmtx', withCopiedMetrics(face, glyphs)],
    ['head', withUint16(table(face, 'head'), 50, 1)], // indexToLocFormat: long
    ['hhea', withUint16(table(face, 'hhea'), 34, offsets.length - 1 + glyphs.length)], // numberOfHMetrics
    ['maxp', withUint16(table(face, 'maxp'), 4, offsets.length - 1 + glyphs.length)],
  ];
}

function readOffsets(face: Sfnt): readonly number[] {
  const loca = table(face, 'loca');
  const long = table(face, 'head').readInt16BE(50) === 1;
  const count = table(face, 'maxp').readUInt16BE(4) + 1;
  return Array.from({ length: count }, (_, i) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i)));
}

function withCopiedMetrics(face: Sfnt, glyphs: readonly number[]): Buffer {
  const widths = advanceWidths(face);
  const hmtx = table(face, 'hmtx');
  const entries = table(face, 'hhea').readUInt16BE(34);
  const bearing = (glyph: number): number =>
    hmtx.readInt16BE(glyph < entries ? 4 * glyph + 2 : 4 * entries + 2 * (glyph - entries));
  const all = [...widths.keys(), ...glyphs];
  const metrics = Buffer.alloc(4 * all.length);
  all.forEach((glyph, index) => {
    metrics.writeUInt16BE(widths[glyph] ?? 0, 4 * index);
    metrics.writeInt16BE(bearing(glyph), 4 * index + 2);
  });
  return metrics;
}

function withUint16(source: Buffer, offset: number, value: number): Buffer {
  const copy = Buffer.from(source);
  copy.writeUInt16BE(value, offset);
  return copy;
}

function encodeUint32(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
  return bytes;
}

function padToFour(body: Buffer): Buffer {
  return body.length % 4 === 0 ? body : Buffer.concat([body, Buffer.alloc(4 - (body.length % 4))]);
}
