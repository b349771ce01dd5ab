import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/workspace.js';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'hongtou-bundle-'));
let output = '';
let files: readonly string[] = [];

beforeAll(async () => {
  const { stdout, stderr } = await run(process.execPath, ['bundle.js', folder], { cwd: ROOT });
  output = stdout + stderr;
  files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bundle.js', () => {
  it('prints no warning', () => {
    expect(output).toBe('');
    expect(files).toContain('cli.js');
  });

  it('contains neither eval nor the front matter engines of gray-matter', () => {
    // The browser's API has methods named `$eval` and `$$eval`, which run nothing here.
    const unwanted = /(?<![\w$.])eval\(|stringifying JavaScript|safeLoad/;
    expect(files.filter((name) => unwanted.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
  });
});
