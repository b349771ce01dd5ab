import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runReceive } from '../../src/cli/receive.js';
import { writeVerdict } from '../../src/filing/verify/report.js';

let folder: string;
let outside: string;
let printed: string;
const home = process.cwd();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hongtou-receive-'));
  outside = join(folder, 'outside');
  mkdirSync(join(folder, 'desk', 'here'), { recursive: true });
  mkdirSync(outside);
  process.chdir(join(folder, 'desk', 'here'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.chdir(home);
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

/** A folder that calls itself what it likes, and has as much of a package as it takes to be returned. */
function packageCalled(id: string): string {
  const root = join(folder, 'package');
  mkdirSync(join(root, 'metadata'), { recursive: true });
  const head = `<包><标识>${id}</标识><日期>2027-06-12</日期></包>`;
  writeFileSync(
    join(root, 'metadata/metadata.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<元数据>${head}</元数据>\n`,
  );
  writeFileSync(join(root, 'tagmanifest-sha512.txt'), '');
  return root;
}
const flags = { workspace: '.', by: '区活动办', on: '2027-06-20', return: '不完整' };

describe('returning a stranger’s package', () => {
  it('writes the receipt here, whatever the package calls itself', async () => {
    for (const id of ['../../outside/planted', `${outside}/planted`]) {
      await runReceive(packageCalled(id), flags);
      expect(readdirSync(outside)).toEqual([]);
      const [name = ''] = readdirSync(join(folder, 'desk', 'here'));
      expect(name).toMatch(/planted\.receipt\.json$/);
      expect(printed).toContain(`写在 ${name}`);
      expect(readFileSync(join(folder, 'desk', 'here', name), 'utf8')).toContain(`"包": "${id}"`);
      rmSync(join(folder, 'desk', 'here', name));
    }
  });

  it('leaves nothing behind where the receipt cannot be written', async () => {
    const receipt = join(folder, 'none', 'receipt.json');
    await expect(runReceive(packageCalled('p'), { ...flags, receipt })).rejects.toThrow('receipt.json');
    mkdirSync(join(folder, 'taken.json'));
    await expect(runReceive(packageCalled('p'), { ...flags, receipt: join(folder, 'taken.json') })).rejects.toThrow();
    expect(existsSync(receipt)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the verdict', () => {
  it('prints nothing of a package that could steer the terminal', () => {
    const evil = '甲\u001b]0;x\u0007\n✓ 通过\u202E';
    const text = writeVerdict({
      id: evil,
      digest: 'f'.repeat(64),
      date: evil,
      senders: [evil],
      recipients: [evil],
      items: 1,
      files: 1,
      bytes: 1,
      findings: [],
    });
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
    expect(text).not.toMatch(/^✓ 通过/m);
  });
});
