import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { IoError } from '../model/ports.js';
import { errorCode, toIoError } from './io-error.js';
import { temporaryName, isAlive, removeLeftovers } from './write-aside.js';

const machine = hostname();
const POLL_MS = 40;
const HEARTBEAT_MS = 5_000;
/**
 * A lock without a heartbeat for this long is stale: processes of another machine cannot be checked, and on this
 * machine another process may have the same id after a restart.
 */
const STALE_MS = 120_000;
/** A lock file without a holder is stale after this long: its writer crashed. */
const UNFINISHED_MS = 5_000;

export interface LockOptions {
  /** How long to wait for the lock. */
  readonly waitMs?: number;
  /** Called once, if another process holds the lock. */
  readonly onWait?: (holder: string) => void;
}

/**
 * Runs `work` while holding the lock file `path`. A lock is stale, and taken over, if its process on this machine has
 * died or if it had no heartbeat for two minutes. Throws `IoError` if the lock is not acquired in time.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, options: LockOptions = {}): Promise<T> {
  const token = await acquire(path, options);
  const heartbeat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    await removeLeftovers(dirname(path));
    return await work();
  } finally {
    clearInterval(heartbeat);
    if ((await readToken(path)) === token) await rm(path, { force: true });
  }
}

async function acquire(path: string, { waitMs = 600_000, onWait }: LockOptions): Promise<string> {
  const token = `${machine} ${process.pid} ${Date.now()} ${Math.random().toString(36).slice(2)}\n`;
  await mkdir(dirname(path), { recursive: true });
  const deadline = Date.now() + waitMs;
  for (let isReported = false; ; isReported = true) {
    if (await tryCreate(path, token)) return token;
    if (await breakStale(path)) continue;
    const holder = (await readToken(path)) ?? '';
    if (!isReported) onWait?.(describe(holder));
    if (Date.now() > deadline)
      throw new IoError(path, `另一个备案正在进行（${describe(holder)}），等了很久还没有完。请等它做完再运行。`);
    await wait(POLL_MS + Math.random() * POLL_MS);
  }
}

/** Creates the lock file atomically with its holder: a temporary file is linked, which fails if the lock exists. */
async function tryCreate(path: string, token: string): Promise<boolean> {
  const temporary = temporaryName(path);
  try {
    const handle = await open(temporary, 'wx');
    await handle.writeFile(token);
    await handle.close();
    await link(temporary, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw toIoError(path, error);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes a stale lock. If another process has taken it over in the meantime, the lock is restored. */
async function breakStale(path: string): Promise<boolean> {
  const token = await readToken(path);
  if (token === null) return true;
  if (!(await isStale(path, token))) return false;
  const removed = temporaryName(path);
  try {
    await rename(path, removed);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw toIoError(path, error);
  }
  if ((await readToken(removed)) !== token) await link(removed, path).catch(() => undefined);
  await rm(removed, { force: true });
  return true;
}

async function isStale(path: string, token: string): Promise<boolean> {
  const [host = '', pid = ''] = token.trim().split(' ');
  const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
  if (host === '' || !/^\d+$/.test(pid)) return age > UNFINISHED_MS;
  return age > STALE_MS || (host === machine && !isAlive(Number(pid)));
}

async function readToken(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw toIoError(path, error);
  }
}

function describe(token: string): string {
  const [host = '', pid = ''] = token.trim().split(' ');
  return host === machine ? `本机进程 ${pid}` : `机器 ${host} 上的进程 ${pid}`;
}
