import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../src/host/lock.js';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hongtou-lock-'));
  lock = join(folder, '.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const brief = { waitMs: 150 };
const done = (): Promise<string> => Promise.resolve('done');
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock', () => {
  it('lets one work after the other, and leaves nothing behind', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (inside += 1));
      await wait(5);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 12 }, () => withLock(lock, work)));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is given back when the work fails', async () => {
    await expect(withLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(lock)).toBe(false);
  });

  it('of a dead process is taken over at once', async () => {
    writeFileSync(lock, `${hostname()} ${deadPid()} 1 x\n`);
    expect(await withLock(lock, done, brief)).toBe('done');
  });

  it('of a living process is waited for, then given up with a sentence', async () => {
    writeFileSync(lock, `${hostname()} ${process.ppid} 1 x\n`);
    const told: string[] = [];
    await expect(withLock(lock, done, { ...brief, onWait: (holder) => told.push(holder) })).rejects.toThrow(
      '另一个备案正在进行',
    );
    expect(told).toEqual([`本机进程 ${process.ppid}`]);
  });

  it('of a process whose number another one bears since the power went is taken over after the silence', async () => {
    writeFileSync(lock, `${hostname()} ${process.ppid} 1 x\n`);
    const long = Date.now() / 1000 - 180;
    utimesSync(lock, long, long);
    expect(await withLock(lock, done, brief)).toBe('done');
  });

  it('of another machine is stale only after two minutes of silence', async () => {
    writeFileSync(lock, 'elsewhere 1 1 x\n');
    await expect(withLock(lock, done, brief)).rejects.toThrow('机器 elsewhere');
    const long = Date.now() / 1000 - 180;
    utimesSync(lock, long, long);
    expect(await withLock(lock, done, brief)).toBe('done');
  });
});
