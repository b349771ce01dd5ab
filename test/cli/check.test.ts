import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCheck } from '../../src/cli/check.js';
import { TINY, withWorkspace } from '../support/workspace.js';

interface Said {
  readonly code: typeof process.exitCode;
  readonly text: string;
}

/** What the command says of some units, on both streams, and how it exits. */
async function check(workspace: string, unit: readonly string[]): Promise<Said> {
  let text = '';
  const hear = (more: string | Uint8Array): boolean => {
    text += String(more);
    return true;
  };
  const streams = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(hear));
  try {
    await runCheck({ workspace, unit, format: 'pretty' });
    return { code: process.exitCode, text };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}

afterEach(() => {
  process.exitCode = undefined;
});

const UNIT = join('content', 'units', 'dongmen', 'unit.md');

describe('a check of some units', () => {
  it('counts their documents only', async () => {
    const { code, text } = await check(TINY, ['dongmen']);
    expect(text).toContain('检查完毕：2 份文件，0 处错误');
    expect(code).toBe(0);
  });

  it('does not pass where there is no such unit', async () => {
    const { code, text } = await check(TINY, ['dongman']);
    expect(text).toMatch(/--unit 后面的“dongman”不存在[^]*可以写：dongmen、xiyuan/);
    expect(code).toBe(2);
  });

  it('says why a unit is none that has a folder', async () => {
    await withWorkspace([TINY], async (folder) => {
      rmSync(join(folder, UNIT));
      const { code, text } = await check(folder, ['dongmen']);
      expect(text).toContain('UNIT-MISSING');
      expect(code).toBe(2);
    });
  });

  it('says what is wrong with the campaign, without which nothing was looked at', async () => {
    await withWorkspace([TINY], async (folder) => {
      const campaign = join(folder, 'content', 'campaign.md');
      writeFileSync(campaign, readFileSync(campaign, 'utf8').replace('---\n', '---\n坏: [\n'));
      const { code, text } = await check(folder, ['dongmen']);
      expect(text).toMatch(/content\/campaign\.md:\d+:\d+ .*YAML-SYNTAX/);
      expect(code).toBe(1);
    });
  });
});
