import { sha256 } from '../../runtime/digest.js';
import type { Disk } from '../../model/ports.js';

/** The folder, below the out folder, of what a run learnt and keeps for the next. */
export const CACHE_FOLDER = '.hongtou/packs/';
const DIGEST_LENGTH = 64;

/** What an earlier run kept under a name; null where it kept nothing, or not the whole of it. */
export async function readCacheFile<T>(out: Disk, name: string): Promise<T | null> {
  const bytes = await out.read(fileOf(name));
  const text = bytes ? decoder.decode(bytes) : '';
  const json = text.slice(DIGEST_LENGTH + 1);
  return json === '' || sha256(json) !== text.slice(0, DIGEST_LENGTH) ? null : (JSON.parse(json) as T);
}

/** A line with the digest of the rest, and the rest. */
export async function writeCacheFile(out: Disk, name: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await out.write(fileOf(name), new TextEncoder().encode(`${sha256(json)}\n${json}`));
}

const decoder = new TextDecoder();

/** Names are any text; files have one that every disk takes. */
function fileOf(name: string): string {
  return `${CACHE_FOLDER}${sha256(name).slice(0, 32)}.json`;
}
