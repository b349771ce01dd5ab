import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openArchiveStore } from '../../src/host/archive-store.js';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'hongtou-archive-'))));
afterEach(() => {
  powerOn();
  rmSync(root, { recursive: true, force: true });
});

const files = (text: string): ReadonlyMap<string, Uint8Array> =>
  new Map([['data/a.txt', new TextEncoder().encode(text)]]);
const contentOf = (name: string): string => readFileSync(join(root, 'packages', name, 'data/a.txt'), 'utf8');

/** Lets so many renames happen, and fails at the next as if the power went, for whoever has imported the function. */
function failAfter(renames: number): void {
  const { rename } = fs;
  let left = renames;
  vi.spyOn(fs, 'rename').mockImplementation((from, to) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('the power went')) : rename(from, to);
  });
  syncBuiltinESMExports();
}

function powerOn(): void {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
}

describe('a kept folder', () => {
  it('is as it was or as it should be, wherever its replacement was cut off', async () => {
    for (const renames of [0, 1]) {
      const archive = await openArchiveStore(root);
      await archive.placeFolder('packages/a', files('old'));
      failAfter(renames);
      await expect(archive.placeFolder('packages/a', files('new'))).rejects.toThrow();
      powerOn();
      await (await openArchiveStore(root)).placeFolder('packages/b', files('another'));
      expect([contentOf('a'), contentOf('b')]).toEqual(['old', 'another']);
    }
  });

  it('leaves no older state beside it once it is replaced', async () => {
    const archive = await openArchiveStore(root);
    await archive.placeFolder('packages/a', files('old'));
    await archive.placeFolder('packages/a', files('new'));
    expect(contentOf('a')).toBe('new');
    expect(readdirSync(join(root, 'packages'))).toEqual(['a']);
  });
});
