import { readFile } from 'node:fs/promises';
import { readCharacterMap } from '../../src/host/font/cmap.js';
import { readSfnt, table } from '../../src/host/font/sfnt.js';
import type { Glyph } from './page.js';

/** Distances from the baseline up to the top and to the bottom of a character's outline, in ems. */
export interface Extent {
  readonly top: number;
  readonly foot: number;
}

/** Returns the extent of a printed character's outline, read from the font that printed it. */
export type Ink = (glyph: Glyph) => Extent;

/** Reads the fonts of a build. `families` maps each family to its TrueType file. */
export async function readInk(families: ReadonlyMap<string, string>): Promise<Ink> {
  const faces = new Map<string, (code: number) => Extent>();
  for (const [family, path] of families) faces.set(family, outlinesOf(await readFile(path)));
  return ({ face, text }) => {
    const outlines = faces.get(face);
    if (!outlines) throw new Error(`No outlines of the face ${face}`);
    return outlines(text.normalize('NFKC').codePointAt(0) ?? 0);
  };
}

function outlinesOf(file: Buffer): (code: number) => Extent {
  const font = readSfnt(file, 0);
  const [head, loca, glyf] = [table(font, 'head'), table(font, 'loca'), table(font, 'glyf')];
  const unitsPerEm = head.readUInt16BE(18);
  const long = head.readInt16BE(50) === 1;
  const characters = readCharacterMap(table(font, 'cmap'));
  return (code) => {
    const glyph = characters.get(code) ?? 0;
    const at = long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
    return { top: glyf.readInt16BE(at + 8) / unitsPerEm, foot: glyf.readInt16BE(at + 4) / unitsPerEm };
  };
}
