import { readCharacterMap, writeCharacterMap, type CharacterMap } from './cmap.js';
import { advanceWidths } from './metrics.js';
import { table, type Sfnt } from './sfnt.js';

/** A face numbers its glyphs with two bytes. */
const MOST_GLYPHS = 0xffff;

/**
 * Gives every code point of a TrueType face a glyph of its own. Many faces draw a Kangxi radical (U+2F00…) or a
 * compatibility ideograph (U+F900…) with the glyph of the ordinary character, and a PDF names each glyph by one code
 * point: searching for 人 would then fail where the page holds ⼈. Where the face has no number left for a copy, the
 * code point is dropped if it is one of these, for the ordinary character prints more often.
 */
export function separateCharacters(face: Sfnt): Sfnt {
  const map = readCharacterMap(table(face, 'cmap'));
  const room = MOST_GLYPHS - table(face, 'maxp').readUInt16BE(4);
  const { own, copied } = share(map, room);
  const tables = new Map([...face.tables, ...(copied.length === 0 ? [] : withCopies(face, copied))]);
  return { ...face, tables: tables.set('cmap', writeCharacterMap(own, table(face, 'cmap'))) };
}

interface Shares {
  readonly own: CharacterMap;
  /** Glyphs to be copied; the first becomes the glyph after the last one of the face, and so on. */
  readonly copied: readonly number[];
}

function share(map: CharacterMap, room: number): Shares {
  const taken = new Set<number>();
  const own = new Map<number, number>();
  const copied: number[] = [];
  const next = MOST_GLYPHS - room;
  for (const [code, glyph] of [...map].sort(ordinaryFirst)) {
    if (!taken.has(glyph)) own.set(code, glyph);
    else if (copied.length < room) own.set(code, next + copied.push(glyph) - 1);
    else if (!isDuplicate(code)) own.set(code, glyph);
    taken.add(glyph);
  }
  return { own, copied };
}

function ordinaryFirst([a]: readonly [number, number], [b]: readonly [number, number]): number {
  return Number(isDuplicate(a)) - Number(isDuplicate(b)) || a - b;
}

/** Radicals of both blocks, and compatibility ideographs of both planes. */
function isDuplicate(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f800 && code <= 0x2fa1f)
  );
}

function withCopies(face: Sfnt, glyphs: readonly number[]): readonly (readonly [string, Buffer])[] {
  const offsets = readOffsets(face);
  const glyf = table(face, 'glyf');
  const bodies = glyphs.map((glyph) => padded(glyf.subarray(offsets[glyph], offsets[glyph + 1])));
  const start = padded(glyf);
  let end = start.length;
  const ends = bodies.map((body) => (end += body.length));
  const starts = offsets.map((offset, glyph) => (glyph === offsets.length - 1 ? start.length : offset));
  return [
    ['glyf', Buffer.concat([start, ...bodies])],
    ['loca', longs([...starts, ...ends])],
    ['hmtx', withCopiedMetrics(face, glyphs)],
    ['head', patched(table(face, 'head'), 50, 1)], // indexToLocFormat: long
    ['hhea', patched(table(face, 'hhea'), 34, offsets.length - 1 + glyphs.length)], // numberOfHMetrics
    ['maxp', patched(table(face, 'maxp'), 4, offsets.length - 1 + glyphs.length)],
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

function patched(source: Buffer, offset: number, value: number): Buffer {
  const copy = Buffer.from(source);
  copy.writeUInt16BE(value, offset);
  return copy;
}

function longs(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
  return bytes;
}

function padded(body: Buffer): Buffer {
  return body.length % 4 === 0 ? body : Buffer.concat([body, Buffer.alloc(4 - (body.length % 4))]);
}
