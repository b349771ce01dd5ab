import { table, type Sfnt } from './sfnt.js';

/** The advance width of every glyph, in font units. Glyphs after the last entry of `hmtx` have its width. */
export function advanceWidths(sfnt: Sfnt): readonly number[] {
  const hmtx = table(sfnt, 'hmtx');
  const entries = table(sfnt, 'hhea').readUInt16BE(34);
  const count = table(sfnt, 'maxp').readUInt16BE(4);
  return Array.from({ length: count }, (_, glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, entries - 1)));
}
