import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { errorCode, toIoError } from './io-error.js';
import { asideName, removeLeftovers } from './write-aside.js';

interface FileRecord {
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}
type Manifest = Readonly<Record<string, FileRecord>>;

const MANIFEST = 'manifest.json';

/** Where made things are kept between runs: `HONGTOU_CACHE`, else `XDG_CACHE_HOME/hongtou`, else `~/.cache/hongtou`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.HONGTOU_CACHE) return env.HONGTOU_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'hongtou');
}

/**
 * The folder `key` of the cache, made by `make` where it is missing or damaged. It is made aside and renamed into place
 * whole, so a run that was killed leaves nothing half done, and of two runs at once the slower takes the faster's.
 * Throws `IoError` where the cache cannot be written, and whatever `make` throws.
 */
export async function provision(cache: string, key: string, make: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cache, key);
  if (await isIntact(target)) return target;
  const aside = asideName(target);
  try {
    await mkdir(aside, { recursive: true }).catch((error: unknown) => {
      throw toIoError(cache, error);
    });
    await removeLeftovers(cache);
    await make(aside);
    await writeFile(join(aside, MANIFEST), JSON.stringify(await describe(aside), null, 1));
    await moveInto(aside, target);
  } catch (error) {
    // The faster of two runs may have cleared away what this one was working from; its result serves both.
    if (!(await isIntact(target))) throw errorCode(error) === '' ? error : toIoError(target, error);
  } finally {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined);
  }
  return target;
}

/** Removes a folder of the cache that turned out unusable, by a rename first, so that nobody sees half of it. */
export async function discard(cache: string, key: string): Promise<void> {
  const target = join(cache, key);
  const aside = asideName(target);
  await rename(target, aside).catch(() => undefined);
  await rm(aside, { recursive: true, force: true });
}

async function moveInto(aside: string, target: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await rename(aside, target);
      return;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(errorCode(error))) throw toIoError(target, error);
      if (await isIntact(target)) return;
      const damaged = asideName(target);
      await rename(target, damaged).catch(() => undefined);
      await rm(damaged, { recursive: true, force: true });
    }
  }
  throw toIoError(target, Object.assign(new Error('rename'), { code: 'EBUSY' }));
}

/** A file whose size and time are as recorded is taken as it is; one that only its time sets apart is summed again. */
async function isIntact(folder: string): Promise<boolean> {
  const manifest = await readManifest(folder);
  if (manifest === null) return false;
  const checks = Object.entries(manifest).map(async ([name, record]) => {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found === null || found.size !== record.bytes) return false;
    return found.mtimeMs === record.mtimeMs || (await digest(path)) === record.sha256;
  });
  return (await Promise.all(checks)).every(Boolean);
}

async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}

async function describe(folder: string): Promise<Manifest> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const records = names.map(async (name): Promise<readonly [string, FileRecord]> => {
    const path = join(folder, name);
    const { size, mtimeMs } = await stat(path);
    return [name.split(sep).join('/'), { bytes: size, mtimeMs, sha256: await digest(path) }];
  });
  return Object.fromEntries(await Promise.all(records));
}

/** SHA-256 of a file, in hexadecimal. */
export async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
