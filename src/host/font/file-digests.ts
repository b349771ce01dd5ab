import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from '../cache.js';
import { writeAtomically } from '../write-aside.js';

/** A cached digest, valid while size and modification time of the file are unchanged. */
interface CachedDigest {
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}

/**
 * SHA-256 of a font file. It is cached, since font files are large and rarely change, and computed again if the file's
 * size or modification time has changed.
 */
export async function fileDigest(cache: string, path: string): Promise<string> {
  const folder = join(cache, 'font-sums');
  const record = join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 16)}.json`);
  const { size: bytes, mtimeMs } = await stat(path);
  const cached = await readCachedDigest(record);
  if (cached?.bytes === bytes && cached.mtimeMs === mtimeMs) return cached.sha256;
  const current: CachedDigest = { bytes, mtimeMs, sha256: await digest(path) };
  // If the cache cannot be written, the digest is computed again next time.
  await mkdir(folder, { recursive: true })
    .then(() => writeAtomically(record, Buffer.from(JSON.stringify(current))))
    .catch(() => undefined);
  return current.sha256;
}

async function readCachedDigest(path: string): Promise<CachedDigest | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as CachedDigest;
  } catch {
    return null;
  }
}
