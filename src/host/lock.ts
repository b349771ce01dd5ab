import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { IoError } from '../model/ports.js';
import { errorCode, toIoError } from './io-error.js';
import { asideName, isAlive, removeLeftovers } from './write-aside.js';

const machine = hostname();
const POLL_MS = 40;
const BEAT_MS = 5_000;
/**
 * A holder is given up after this long without a sign of life: processes of another machine cannot be seen, and on this
 * one another process may bear the number since the power went.
 */
const SILENCE_MS = 120_000;
/** A lock file without a holder in it was being written when its writer died. */
const UNFINISHED_MS = 5_000;

export interface LockOptions {
  /** How long to wait for another holder before giving up. */
  readonly waitMs?: number;
  /** Told once, when there is something to wait for. */
  readonly onWait?: (holder: string) => void;
}

/**
 * Runs `work` while holding the lock file `path`. The lock of a process that has died on this machine, and one that has
 * been silent for two minutes, is stale and is taken over. Throws `IoError` where the lock cannot be had in time.
 */
export async function withLock<T>(path: string, work: () => Promise<T>, options: LockOptions = {}): Promise<T> {
  const token = await acquire(path, options);
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), BEAT_MS);
  beat.unref();
  try {
    await removeLeftovers(dirname(path));
    return await work();
  } finally {
    clearInterval(beat);
    if ((await readToken(path)) === token) await rm(path, { force: true });
  }
}

async function acquire(path: string, { waitMs = 600_000, onWait }: LockOptions): Promise<string> {
  const token = `${machine} ${process.pid} ${Date.now()} ${Math.random().toString(36).slice(2)}\n`;
  await mkdir(dirname(path), { recursive: true });
  const deadline = Date.now() + waitMs;
  for (let told = false; ; told = true) {
    if (await tryCreate(path, token)) return token;
    if (await breakStale(path)) continue;
    const holder = (await readToken(path)) ?? '';
    if (!told) onWait?.(describe(holder));
    if (Date.now() > deadline)
      throw new IoError(path, `另一个备案正在进行（${describe(holder)}），等了很久还没有完。请等它做完再运行。`);
    await wait(POLL_MS + Math.random() * POLL_MS);
  }
}

/** The lock appears with its holder already in it: written aside, then linked, which fails where one is there. */
async function tryCreate(path: string, token: string): Promise<boolean> {
  const aside = asideName(path);
  try {
    const handle = await open(aside, 'wx');
    await handle.writeFile(token);
    await handle.close();
    await link(aside, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw toIoError(path, error);
  } finally {
    await rm(aside, { force: true });
  }
}

/** Takes a stale lock away. Should another process have renewed it in between, it is put back. */
async function breakStale(path: string): Promise<boolean> {
  const token = await readToken(path);
  if (token === null) return true;
  if (!(await isStale(path, token))) return false;
  const taken = asideName(path);
  try {
    await rename(path, taken);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw toIoError(path, error);
  }
  if ((await readToken(taken)) !== token) await link(taken, path).catch(() => undefined);
  await rm(taken, { force: true });
  return true;
}

async function isStale(path: string, token: string): Promise<boolean> {
  const [host = '', pid = ''] = token.trim().split(' ');
  const silence = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
  if (host === '' || !/^\d+$/.test(pid)) return silence > UNFINISHED_MS;
  return silence > SILENCE_MS || (host === machine && !isAlive(Number(pid)));
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
