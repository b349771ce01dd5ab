import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { prepareFace } from '../../src/host/font/face.js';
import { readCharacterMap, writeCharacterMap } from '../../src/host/font/cmap.js';
import { readSfnt, table, type Sfnt } from '../../src/host/font/sfnt.js';

/** A Latin face that a development package brings: enough to try everything but the look of Han characters. */
export const latinFace = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts',
  'LiberationSans-Regular.ttf',
);

/** Writes the Latin face into a folder under each of the given family names, as `0.ttf`, `1.ttf` and so on. */
export async function writeFaces(folder: string, families: readonly string[]): Promise<void> {
  const source = readSfnt(await readFile(latinFace), 0);
  await mkdir(folder, { recursive: true });
  await Promise.all(families.map((family, i) => writeFile(join(folder, `${i}.ttf`), prepareFace(source, family))));
}

/** The Latin face with more code points, each drawn with the glyph of a Latin letter. */
export async function faceWith(letters: Readonly<Record<string, string>>): Promise<Sfnt> {
  const face = readSfnt(await readFile(latinFace), 0);
  const cmap = table(face, 'cmap');
  const map = new Map(readCharacterMap(cmap));
  for (const [character, letter] of Object.entries(letters)) {
    map.set(character.codePointAt(0) ?? 0, map.get(letter.codePointAt(0) ?? 0) ?? 0);
  }
  return { ...face, tables: new Map(face.tables).set('cmap', writeCharacterMap(map, cmap)) };
}

/** A `name` table without names: what is prepared from it goes by its family alone. */
const NAMELESS = Buffer.from([0, 0, 0, 0, 0, 6]);

/** Writes a face that holds some more characters into a folder, under a family. */
export async function writeFaceWith(folder: string, family: string, characters: string): Promise<void> {
  const face = await faceWith(Object.fromEntries([...characters].map((character) => [character, 'A'])));
  await mkdir(folder, { recursive: true });
  const nameless = { ...face, tables: new Map(face.tables).set('name', NAMELESS) };
  await writeFile(join(folder, `${family}.ttf`), prepareFace(nameless, family));
}
