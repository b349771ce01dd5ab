import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { errorCode, toIoError } from './io-error.js';
import { temporaryName, removeLeftovers } from './write-aside.js';

/** The recorded state of a file in a cache folder. */
interface FileRecord {
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}
type Manifest = Readonly<Record<string, FileRecord>>;

const MANIFEST = 'manifest.json';

/** The cache folder: `HONGTOU_CACHE`, else `XDG_CACHE_HOME/hongtou`, else `~/.cache/hongtou`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.HONGTOU_CACHE) return env.HONGTOU_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'hongtou');
}

/**
 * Returns the folder `key` of the cache; `create` fills it if it is missing or damaged. It is created under a temporary
 * name and renamed, so a killed process leaves no incomplete folder, and of two concurrent processes the slower one
 * uses the folder of the faster. Throws `IoError` if the cache cannot be written, and any error of `create`.
 */
export async function provision(
  cache: string,
  key: string,
  create: (folder: string) => Promise<void>,
): Promise<string> {
  const target = join(cache, key);
  if (await isIntact(target)) return target;
  const temporary = temporaryName(target);
  try {
    await mkdir(temporary, { recursive: true }).catch((error: unknown) => {
      throw toIoError(cache, error);
    });
    await removeLeftovers(cache);
    await create(temporary);
    await writeFile(join(temporary, MANIFEST), JSON.stringify(await createManifest(temporary), null, 1));
    await moveInto(temporary, target);
  } catch (error) {
    // A faster process may have removed the files that this one needed; its result can be used.
    if (!(await isIntact(target))) throw errorCode(error) === '' ? error : toIoError(target, error);
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  }
  return target;
}

/** Removes a cache folder. It is renamed first, so that no process sees it incomplete. */
export async function discard(cache: string, key: string): Promise<void> {
  const target = join(cache, key);
  const temporary = temporaryName(target);
  await rename(target, temporary).catch(() => undefined);
  await rm(temporary, { recursive: true, force: true });
}

async function moveInto(temporary: string, target: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await rename(temporary, target);
      return;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(errorCode(error))) throw toIoError(target, error);
      if (await isIntact(target)) return;
      const damaged = temporaryName(target);
      await rename(target, damaged).catch(() => undefined);
      await rm(damaged, { recursive: true, force: true });
    }
  }
  throw toIoError(target, Object.assign(new Error('rename'), { code: 'EBUSY' }));
}

/** Compares the files with the manifest: size and modification time, or the digest if only the time differs. */
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

async function createManifest(folder: string): Promise<Manifest> {
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
