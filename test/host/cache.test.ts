import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, discard, provision } from '../../src/host/cache.js';

let cache: string;
let made = 0;
const make = async (folder: string): Promise<void> => {
  made += 1;
  await writeFile(join(folder, 'thing'), 'whole');
};

beforeEach(async () => {
  made = 0;
  cache = await mkdtemp(join(tmpdir(), 'hongtou-cache-'));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

describe('the cache', () => {
  it('is where the environment says', () => {
    expect(cacheFolder({ HONGTOU_CACHE: '/x', XDG_CACHE_HOME: '/y' })).toBe('/x');
    expect(cacheFolder({ XDG_CACHE_HOME: '/y' })).toBe(join('/y', 'hongtou'));
    expect(cacheFolder({})).toMatch(/\.cache.hongtou$/);
  });

  it('makes a thing once', async () => {
    const folder = await provision(cache, 'thing', make);
    expect(await provision(cache, 'thing', make)).toBe(folder);
    expect(made).toBe(1);
    expect(await readFile(join(folder, 'thing'), 'utf8')).toBe('whole');
  });

  it('gives one thing to many who ask at once, and leaves nothing else', async () => {
    const folders = await Promise.all(Array.from({ length: 8 }, () => provision(cache, 'thing', make)));
    expect(new Set(folders).size).toBe(1);
    expect(await readdir(cache)).toEqual(['thing']);
  });

  it.each([
    ['shorter', 'x'],
    ['changed', 'wh0le'],
  ])('makes a %s thing anew', async (_, content) => {
    const folder = await provision(cache, 'thing', make);
    await writeFile(join(folder, 'thing'), content);
    await provision(cache, 'thing', make);
    expect(made).toBe(2);
    expect(await readFile(join(folder, 'thing'), 'utf8')).toBe('whole');
  });

  it('takes a thing whose time alone has changed, as after a copy', async () => {
    const folder = await provision(cache, 'thing', make);
    await utimes(join(folder, 'thing'), 1, 1);
    await provision(cache, 'thing', make);
    expect(made).toBe(1);
  });

  it('keeps nothing of a step that failed', async () => {
    const fail = async (folder: string): Promise<void> => {
      await writeFile(join(folder, 'half'), 'x');
      throw new Error('cut');
    };
    await expect(provision(cache, 'thing', fail)).rejects.toThrow('cut');
    expect(await readdir(cache)).toEqual([]);
  });

  it('forgets what is discarded', async () => {
    await provision(cache, 'thing', make);
    await discard(cache, 'thing');
    await discard(cache, 'thing');
    expect(await readdir(cache)).toEqual([]);
  });
});
