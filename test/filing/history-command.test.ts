import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runDiff } from '../../src/cli/diff.js';
import { runHistory } from '../../src/cli/history.js';
import { runRecord } from '../../src/cli/record.js';
import { TINY } from '../support/workspace.js';

const PLAN = 'units/dongmen/plan';
let folder: string;
let told: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hongtou-history-'));
  cpSync(TINY, folder, { recursive: true });
  told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((told += String(text)), true));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

describe('a command about one document', () => {
  it.each([
    ['history', () => runHistory(PLAN, { workspace: folder, format: 'pretty' })],
    ['diff', () => runDiff(PLAN, 'v1', 'v1', { workspace: folder, archive: 'archive' })],
    ['record', () => runRecord(PLAN, '批准', { workspace: folder, archive: 'archive' })],
  ] as const)('says what is wrong with the campaign: %s', async (_, run) => {
    writeFileSync(join(folder, 'content/campaign.md'), '---\n活动名称: [\n---\n');
    await expect(run()).rejects.toThrow('没有可用的 content/campaign.md');
    expect(told).toContain('错误 content/campaign.md');
  });

  it('makes no archive by looking for one', async () => {
    await expect(runDiff(PLAN, 'v1', 'v2', { workspace: folder, archive: 'archive' })).rejects.toThrow(
      '没有这个文件夹',
    );
    expect(existsSync(join(folder, 'archive'))).toBe(false);
  });
});
