import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/cli/failure.js';
import { runVerify, verifyAt } from '../../src/cli/verify.js';
import * as tree from '../../src/filing/verify/file-tree.js';
import { writeZip } from '../../src/filing/zip/write.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hongtou-verify-'));
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

describe('verify', () => {
  it('does not pass over a signature that it was given no key for', async () => {
    const flags = { workspace: '.', format: 'pretty', signature: join(folder, 'none.sig') } as const;
    await expect(runVerify(folder, flags)).rejects.toThrow('--signature 要与 --key 合用');
    await expect(runVerify(folder, flags)).rejects.toBeInstanceOf(UsageError);
  });

  it('reads through a link that it was pointed at, to a ZIP or a folder', async () => {
    const files = new Map([['bagit.txt', new TextEncoder().encode('x'.repeat(5000))]]);
    writeFileSync(join(folder, 'p.zip'), writeZip('p', files, '2027-06-12'));
    mkdirSync(join(folder, 'p'));
    writeFileSync(join(folder, 'p', 'bagit.txt'), 'x');
    for (const name of ['p.zip', 'p']) {
      symlinkSync(join(folder, name), join(folder, `to-${name}`));
      const [direct, linked] = [await verifyAt(join(folder, name)), await verifyAt(join(folder, `to-${name}`))];
      expect(linked.findings).toEqual(direct.findings);
      expect(linked.files).toBe(1);
    }
  });

  it.runIf(process.platform === 'linux')('leaves no file open that it cannot read', async () => {
    const open = (): number => readdirSync('/proc/self/fd').length;
    writeFileSync(join(folder, 'p.zip'), 'x');
    vi.spyOn(tree, 'openTree').mockRejectedValue(new Error('unforeseen'));
    const before = open();
    for (let count = 0; count < 5; count += 1) await expect(verifyAt(join(folder, 'p.zip'))).rejects.toThrow();
    expect(open()).toBe(before);
  });
});
