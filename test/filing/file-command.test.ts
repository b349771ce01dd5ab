import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runFile } from '../../src/cli/file.js';
import { TINY } from '../support/workspace.js';

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hongtou-file-'));
  cpSync(TINY, folder, { recursive: true });
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

it('builds nothing where there is nothing to file', async () => {
  await runFile({ workspace: folder, out: 'out', archive: 'archive', unit: ['xiyuan'] });
  expect(printed).toContain('报出 0 包，以前已报 0 包，失败 0 包');
  expect(readdirSync(join(folder, 'out'), { recursive: true })).toEqual([]);
});
