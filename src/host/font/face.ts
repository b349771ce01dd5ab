import { readOutlines } from './cff.js';
import { separateCharacters } from './duplicates.js';
import { convertOutlines, type Glyphs } from './glyf.js';
import { advanceWidths } from './metrics.js';
import { withFamily } from './names.js';
import { CFF, table, TRUETYPE, writeSfnt, type Sfnt } from './sfnt.js';

/**
 * The tables that printing needs. Layout tables are dropped: with the `halt` feature, the browser would tighten
 * punctuation and break the grid of 28 cells (GB/T 9704-2012, 5.2.3), and there is no vertical text.
 */
const RETAINED_TABLES = [
  'OS/2',
  'cmap',
  'cvt ',
  'fpgm',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
  'prep',
];

/**
 * Prepares a face for the browser. It gets TrueType outlines (the browser would embed CFF as Type 3), a unique family
 * name, regular weight and style, so that the browser never synthesizes bold or italic, and a separate glyph for each
 * code point, so that text copied from the PDF equals the source. Throws `RangeError` if the face is malformed.
 */
export function prepareFace(source: Sfnt, family: string): Buffer {
  const outlined = separateCharacters(source.scaler === CFF ? toTrueType(source) : source);
  const tables = new Map([...outlined.tables].filter(([tag]) => RETAINED_TABLES.includes(tag)));
  tables.set('name', withFamily(table(source, 'name'), family));
  tables.set('OS/2', regularMetrics(table(source, 'OS/2')));
  tables.set('post', withoutGlyphNames(table(source, 'post')));
  const head = Buffer.from(table(outlined, 'head'));
  head.writeUInt16BE(0, 44); // macStyle
  tables.set('head', head);
  return writeSfnt({ scaler: TRUETYPE, tables });
}

function regularMetrics(source: Buffer): Buffer {
  const os2 = Buffer.from(source);
  os2.writeUInt16BE(400, 4); // usWeightClass
  os2.writeUInt16BE((os2.readUInt16BE(62) & ~0x21) | 0x40, 62); // fsSelection: REGULAR, neither ITALIC nor BOLD
  return os2;
}

/** Drops glyph names (`post` version 3), which are unused and would not match the converted glyphs. */
function withoutGlyphNames(source: Buffer): Buffer {
  const post = Buffer.from(source.subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  return post;
}

function toTrueType(source: Sfnt): Sfnt {
  const glyphs = convertOutlines(readOutlines(table(source, 'CFF ')));
  const head = Buffer.from(table(source, 'head'));
  head.writeUInt16BE(1, 50); // indexToLocFormat: long
  const hhea = Buffer.from(table(source, 'hhea'));
  hhea.writeUInt16BE(glyphs.lefts.length, 34); // numberOfHMetrics
  const tables = new Map(source.tables)
    .set('glyf', glyphs.glyf)
    .set('loca', glyphs.loca)
    .set('maxp', maximumProfile(glyphs))
    .set('hmtx', horizontalMetrics(source, glyphs.lefts))
    .set('head', head)
    .set('hhea', hhea);
  return { scaler: TRUETYPE, tables };
}

function maximumProfile(glyphs: Glyphs): Buffer {
  const maxp = Buffer.alloc(32);
  maxp.writeUInt32BE(0x00010000, 0);
  [glyphs.lefts.length, glyphs.maxPoints, glyphs.maxContours, 0, 0, 2].forEach((value, i) =>
    maxp.writeUInt16BE(value, 4 + 2 * i),
  );
  return maxp;
}

/** Takes widths from the source. The left side bearing must equal the outline's left edge, or the glyph would shift. */
function horizontalMetrics(source: Sfnt, lefts: Int16Array): Buffer {
  const widths = advanceWidths(source);
  const hmtx = Buffer.alloc(4 * lefts.length);
  lefts.forEach((left, glyph) => {
    hmtx.writeUInt16BE(widths[glyph] ?? 0, 4 * glyph);
    hmtx.writeInt16BE(left, 4 * glyph + 2);
  });
  return hmtx;
}
