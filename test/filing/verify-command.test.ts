import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/cli/failure.js';
import { runVerify } from '../../src/cli/verify.js';

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
});
