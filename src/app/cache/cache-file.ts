import { sha256 } from '../../runtime/digest.js';
import type { Disk } from '../../model/ports.js';

/** The folder of cache files, relative to the out folder. */
export const CACHE_FOLDER = '.hongtou/packs/';
const DIGEST_LENGTH = 64;

/** The value cached under a name; null if there is none, or if the file is damaged. */
export async function readCacheFile<T>(out: Disk, name: string): Promise<T | null> {
  const bytes = await out.read(fileOf(name));
  const text = bytes ? decoder.decode(bytes) : '';
  const json = text.slice(DIGEST_LENGTH + 1);
  return json === '' || sha256(json) !== text.slice(0, DIGEST_LENGTH) ? null : (JSON.parse(json) as T);
}

/** Writes a value as a line with the digest of the JSON text, followed by the JSON text. */
export async function writeCacheFile(out: Disk, name: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await out.write(fileOf(name), new TextEncoder().encode(`${sha256(json)}\n${json}`));
}

const decoder = new TextDecoder();

/** A name may be any text, so the file name is its digest. */
function fileOf(name: string): string {
  return `${CACHE_FOLDER}${sha256(name).slice(0, 32)}.json`;
}
