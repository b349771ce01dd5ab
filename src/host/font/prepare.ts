import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../runtime/digest.js';
import { provision } from '../cache.js';
import { plainName } from './choose.js';
import { prepareFace } from './face.js';
import type { FoundFace } from './scan.js';
import { readSfnt } from './sfnt.js';
import { fileDigest } from './file-digests.js';

/** Goes into the key of every prepared face: a change to the preparation makes new ones. */
const PREPARATION = 2;

/** A face that the browser can load. */
export interface Prepared {
  readonly family: string;
  readonly path: string;
  /** Of the file that it was made from, and of how. */
  readonly digest: string;
}

export interface PrepareOptions {
  readonly cache: string;
  /** Hears in Chinese what takes long. */
  readonly onStep: (text: string) => void;
}

/** Makes a face ready, once. Throws `RangeError` where the file is malformed. */
export async function prepare(found: FoundFace, { cache, onStep }: PrepareOptions): Promise<Prepared> {
  const family = familyOf(found);
  const digest = sha256(`${PREPARATION} ${await fileDigest(cache, found.path)} ${found.index}`);
  const folder = await provision(cache, `face-${PREPARATION}-${family}-${digest.slice(0, 16)}`, async (into) => {
    onStep(`正在准备字体 ${family}（只需一次）……`);
    const source = readSfnt(await readFile(found.path), found.index);
    await writeFile(join(into, 'face.ttf'), prepareFace(source, family));
  });
  return { family, path: join(folder, 'face.ttf'), digest };
}

/** The browser sees only the prepared faces, so a PostScript name is a family of its own, and one that a reader recognises. */
export function familyOf({ names }: FoundFace): string {
  return names.postscript.replace(/[^\w-]/g, '') || plainName(names.families[0] ?? 'face');
}
