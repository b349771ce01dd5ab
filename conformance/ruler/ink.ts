import { readFile } from 'node:fs/promises';
import { readCharacterMap } from '../../src/host/font/cmap.js';
import { readSfnt, table } from '../../src/host/font/sfnt.js';
import type { Glyph } from './page.js';

/** From the baseline up to the top and the foot of what a character prints, in ems. */
export interface Extent {
  readonly top: number;
  readonly foot: number;
}

/** Tells the ink of a printed character from the outlines of the face that printed it. */
export type Ink = (glyph: Glyph) => Extent;

/** Reads the faces of a build; `families` names the TrueType file of each. */
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
