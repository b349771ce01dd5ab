import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../runtime/digest.js';
import { provision } from '../cache.js';
import { plainName } from './choose.js';
import { prepareFace } from './face.js';
import type { FoundFace } from './scan.js';
import { readSfnt } from './sfnt.js';
import { fileDigest } from './file-digests.js';

/**
 * Version of the preparation, part of the cache key of every prepared face. Increase it when the preparation changes.
 */
const PREPARATION_VERSION = 2;

/** A face that the browser can load. */
export interface Prepared {
  readonly family: string;
  readonly path: string;
  /** Digest of the source file, the face's index in it and the preparation version. */
  readonly digest: string;
}

export interface PrepareOptions {
  readonly cache: string;
  /** Receives progress messages in Chinese. */
  readonly onStep: (text: string) => void;
}

/** Prepares a face, or takes it from the cache. Throws `RangeError` if the file is malformed. */
export async function prepare(found: FoundFace, { cache, onStep }: PrepareOptions): Promise<Prepared> {
  const family = familyOf(found);
  const digest = sha256(`${PREPARATION_VERSION} ${await fileDigest(cache, found.path)} ${found.index}`);
  const folder = await provision(
    cache,
    `face-${PREPARATION_VERSION}-${family}-${digest.slice(0, 16)}`,
    async (target) => {
      onStep(`正在准备字体 ${family}（只需一次）……`);
      const source = readSfnt(await readFile(found.path), found.index);
      await writeFile(join(target, 'face.ttf'), prepareFace(source, family));
    },
  );
  return { family, path: join(folder, 'face.ttf'), digest };
}

/** The family name of a prepared face: its PostScript name, which is unique among them and familiar to users. */
export function familyOf({ names }: FoundFace): string {
  return names.postscript.replace(/[^\w-]/g, '') || plainName(names.families[0] ?? 'face');
}
