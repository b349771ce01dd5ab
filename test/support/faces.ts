import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { prepareFace } from '../../src/host/font/face.js';
import { readSfnt } from '../../src/host/font/sfnt.js';

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
