import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type * as FsPromises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openArchiveStore } from '../../src/host/archive-store.js';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FsPromises>();
  return { ...real, rename: vi.fn(real.rename) };
});

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'hongtou-vault-'))));
afterEach(() => {
  vi.mocked(rename).mockReset();
  rmSync(root, { recursive: true, force: true });
});

const files = (text: string): ReadonlyMap<string, Uint8Array> =>
  new Map([['data/a.txt', new TextEncoder().encode(text)]]);
const contentOf = (name: string): string => readFileSync(join(root, 'packages', name, 'data/a.txt'), 'utf8');

/** Lets so many renames happen, and fails at the next as if the power went. */
async function failAfter(renames: number): Promise<void> {
  const real = await vi.importActual<typeof FsPromises>('node:fs/promises');
  let left = renames;
  vi.mocked(rename).mockImplementation((from, to) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('the power went')) : real.rename(from, to);
  });
}

async function powerOn(): Promise<void> {
  await failAfter(Number.MAX_SAFE_INTEGER);
}

describe('a kept folder', () => {
  it('is as it was or as it should be, wherever its replacement was cut off', async () => {
    for (const renames of [0, 1]) {
      await powerOn();
      const archive = await openArchiveStore(root);
      await archive.placeFolder('packages/a', files('old'));
      await failAfter(renames);
      await expect(archive.placeFolder('packages/a', files('new'))).rejects.toThrow();
      await powerOn();
      await (await openArchiveStore(root)).placeFolder('packages/b', files('another'));
      expect([contentOf('a'), contentOf('b')]).toEqual(['old', 'another']);
    }
  });

  it('leaves no older state beside it once it is replaced', async () => {
    await powerOn();
    const vault = await openArchiveStore(root);
    await vault.placeFolder('packages/a', files('old'));
    await vault.placeFolder('packages/a', files('new'));
    expect(contentOf('a')).toBe('new');
    expect(readdirSync(join(root, 'packages'))).toEqual(['a']);
  });
});
