import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtSample } from '../support/built-sample.js';
import { hongtou } from '../support/command.js';
import type { Outcome } from '../support/command.js';
import { compact, readPdf } from '../support/readers.js';
import { ROOT } from '../support/workspace.js';

let folder: string;
let packages: string;
let filed: Outcome;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hongtou-filing-'));
  packages = join(folder, 'archive', 'packages');
  for (const part of ['content', 'archive']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  rmSync(packages, { recursive: true, force: true });
  // What is filed is built first; here it is built already.
  cpSync((await builtSample()).out, join(folder, 'out'), { recursive: true });
  filed = await run('file');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...args: readonly string[]): Promise<Outcome> {
  return hongtou([command, ...args, '--workspace', folder]);
}

function names(): readonly string[] {
  return readdirSync(packages).filter((name) => !/^\.|\.(zip|sig)$/.test(name));
}

describe('filing the sample district', () => {
  it('makes one package a unit, from its report and what that encloses', async () => {
    expect(filed.code, filed.stderr).toBe(0);
    expect(filed.stdout).toContain('报出 12 包，以前已报 0 包，失败 0 包');
    expect(names()).toHaveLength(12);
    const again = await run('file');
    expect(again.stdout).toContain('报出 0 包，以前已报 12 包，失败 0 包');
  });

  it('makes packages that verify, as folder and as ZIP, without the workspace', async () => {
    for (const name of names()) {
      for (const path of [join(packages, name), join(packages, `${name}.zip`)]) {
        const { code, stdout } = await hongtou(['verify', path, '--format', 'json']);
        const verdict = JSON.parse(stdout) as { id: string; items: number; groups: readonly { name: string }[] };
        expect(code, stdout).toBe(0);
        expect(verdict).toMatchObject({ id: name, items: 3 });
        expect(verdict.groups.map((group) => group.name)).toEqual(['真实性', '完整性', '可用性', '安全性']);
      }
    }
  });

  it('also makes one package of everything that goes to one superior', async () => {
    const { code, stdout } = await run('file', '--batch', '--to', '云岭管理区档案馆', '--on', '2026-11-02');
    expect(code).toBe(0);
    expect(stdout).toMatch(/batch\.[0-9a-f]{12}（1\d\d 件/);
    const batch = names().find((name) => name.includes('.batch.')) ?? '';
    const verdict = await hongtou(['verify', join(packages, `${batch}.zip`)]);
    expect(verdict.code, verdict.stdout).toBe(0);
    expect(readFileSync(join(packages, batch, 'data/归档文件目录.csv'), 'utf8')).toContain('0127-WS·2026-D30-ZHC-0001');
  });

  it('stamps what goes to the archives on its first page, and never what was issued', async () => {
    const firstPage = async (path: string): Promise<string> =>
      compact((await readPdf(readFileSync(path))).pages[0] ?? '');
    const batch = names().find((name) => name.includes('.batch.')) ?? '';
    const archived = readdirSync(join(packages, batch, 'data/0001')).find((name) => name.endsWith('.pdf')) ?? '';
    const stamped = await firstPage(join(packages, batch, 'data/0001', archived));
    expect(stamped).toMatch(/01272026\d{4}综合材料组(永久|30年|10年)\d+$/);
    const filed = await firstPage(join(packages, 'yunling-2026.luwan.filing.v1/data/0002/领导班子分析检查报告.pdf'));
    expect(filed).toContain('芦湾管理处');
    expect(filed).not.toContain('综合材料组');
  });

  it.skipIf(spawnSync('python3', ['-c', 'import bagit']).status !== 0)(
    'makes bags that the LoadedWorkspace of Congress validator accepts',
    () => {
      for (const name of names()) {
        const { status, stderr } = spawnSync('python3', ['-m', 'bagit', '--validate', '--quiet', join(packages, name)]);
        expect(status, stderr.toString()).toBe(0);
      }
    },
  );

  it.skipIf(spawnSync('xmllint', ['--version']).status !== 0)('describes them by a schema that libxml2 accepts', () => {
    for (const name of names()) {
      const [schema, metadata] = ['xsd', 'xml'].map((ending) => join(packages, name, `metadata/metadata.${ending}`));
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema ?? '', metadata ?? '']);
      expect(status, stderr.toString()).toBe(0);
    }
  });

  it('names a changed file to a person and to a program', async () => {
    const name = 'yunling-2026.luwan.filing.v1';
    const copy = join(folder, name);
    cpSync(join(packages, name), copy, { recursive: true });
    writeFileSync(join(copy, 'data/0002/领导班子分析检查报告.pdf'), '');
    const { code, stdout } = await hongtou(['verify', copy]);
    expect(code).toBe(1);
    expect(stdout).toContain('data/0002/领导班子分析检查报告.pdf：内容被清空了');
    rmSync(copy, { recursive: true });
  });

  it('lets the superior answer and the sender enter the answer', async () => {
    const zip = join(packages, 'yunling-2026.zhujian.filing.v1.zip');
    const receipt = join(folder, 'receipt.json');
    const organ = '云岭管理区“强服务、优作风”主题实践活动领导小组办公室';
    const received = await hongtou(['receive', zip, '--by', organ, '--on', '2026-07-06', '--receipt', receipt]);
    expect(received.code, received.stdout).toBe(0);
    expect((await run('receipt', receipt)).stdout).toContain('登记 3 条');
    const history = await run('history', 'units/zhujian/analysis');
    expect(history.stdout).toMatch(/第2版 +2026-07-06 +接收/);
    expect((await run('verify', '--register')).code).toBe(0);
  });
});

describe('the register of the sample', () => {
  it('tells how a report was returned as a work summary and came back six days late', async () => {
    const { stdout } = await hongtou(['register', '--workspace', ROOT, '--unit', '住房城乡建设局', '--format', 'csv']);
    const [, first, second] = stdout.split('\r\n').map((line) => line.split(','));
    expect(first?.slice(2, 11)).toEqual(expect.arrayContaining(['第1版', '报送', '2026-06-15', '2026-06-13']));
    expect(first?.join()).toContain('写成年度工作总结');
    expect(second).toEqual(expect.arrayContaining(['第2版', '2026-06-21', '6天', '2026-06-22']));
    expect((await hongtou(['verify', '--register', '--workspace', ROOT])).code).toBe(0);
  });

  it('shows what was rewritten', async () => {
    const { code, stdout } = await hongtou(['diff', 'units/zhujian/analysis', 'v1', 'v2', '--workspace', ROOT]);
    expect(code).toBe(0);
    expect(stdout).toContain('- 班子成员带头学习，带头调研，带头联系群众');
    expect(stdout).toContain('+ 报告退回重写的过程，本身就是一次警醒');
  });

  it('enters a classified enclosure by its number only', () => {
    const register = readFileSync(join(ROOT, 'content/register/filings.jsonl'), 'utf8');
    const [line = ''] = register.split('\n').filter((text) => text.includes('涉密登记'));
    expect(line).toContain('"密级":"秘密★3年","份号":"000001—000012"');
    expect(register).not.toContain('重点部位');
  });
});
