import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from '../cache.js';
import { writeAside } from '../write-aside.js';

interface Sum {
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}

/**
 * SHA-256 of a font file. It is kept in the cache, for such files have many megabytes and hardly ever change; one whose
 * size or time is another is summed again.
 */
export async function fileDigest(cache: string, path: string): Promise<string> {
  const folder = join(cache, 'font-sums');
  const note = join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 16)}.json`);
  const { size: bytes, mtimeMs } = await stat(path);
  const known = await readSum(note);
  if (known?.bytes === bytes && known.mtimeMs === mtimeMs) return known.sha256;
  const sum: Sum = { bytes, mtimeMs, sha256: await digest(path) };
  // A cache that cannot be written costs the sum the next time and nothing else.
  await mkdir(folder, { recursive: true })
    .then(() => writeAside(note, Buffer.from(JSON.stringify(sum))))
    .catch(() => undefined);
  return sum.sha256;
}

async function readSum(path: string): Promise<Sum | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Sum;
  } catch {
    return null;
  }
}
