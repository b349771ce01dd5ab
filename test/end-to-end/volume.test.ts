import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hongtou } from '../support/command.js';
import { expectGolden } from '../support/golden.js';
import { readContents, readDocx, readPdf } from '../support/readers.js';
import { BOUND, TINY, withWorkspace } from '../support/workspace.js';

const PLAN = join('content', 'units', 'dongmen', 'plan.md');

function build(folder: string, ...more: readonly string[]): ReturnType<typeof hongtou> {
  return hongtou(['build', '--workspace', folder, '--out', join(folder, 'out'), ...more]);
}

describe('volumes of a workspace', () => {
  it('are built like any document, with pages that their contents tell', async () => {
    await withWorkspace([TINY, BOUND], async (folder) => {
      const built = await build(folder);
      expect(built.code).toBe(0);
      const bytes = readFileSync(join(folder, 'out', 'volumes', '全部材料.pdf'));
      const entries = await readContents(bytes);
      const { pages, title } = await readPdf(bytes);
      expect(title).toBe('全部材料');
      for (const { text, page } of entries) {
        expect(text.endsWith(String(page)), text).toBe(true);
        expect(page % 2, text).toBe(1);
        expect(pages[page - 1]).toContain(`—${page}—`);
      }
      // Printed on both sides: the back of the cover is empty and counted, and shows no number.
      expect(pages.slice(0, 2).map((text) => /—\d+—/.test(text))).toEqual([false, false]);
      expect(pages[2]).toContain('目录');
      expectGolden(join(BOUND, 'expected', 'contents.txt'), entries.map(({ text }) => `${text}\n`).join(''));
      const docx = await readDocx(readFileSync(join(folder, 'out', 'volumes', '方案汇编.docx')));
      expect(docx).toContain('本册收入各单位的实施方案');
      expect((await build(folder)).stdout).toContain('生成 0 份');
    });
  });

  it('are made anew when a document in them changes, and taken back when one is broken', async () => {
    await withWorkspace([TINY, BOUND], async (folder) => {
      await build(folder);
      const path = join(folder, PLAN);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace('状态: 定稿', '状态: 定稿\n附注: 另发'));
      const changed = await build(folder, '--explain');
      expect(changed.stdout).toContain('volumes/方案汇编.pdf');
      expect(changed.stdout).toContain('volumes/全部材料.docx');
      writeFileSync(path, text.replace(/成文日期: \S+/, '成文日期: 2027-02-30'));
      const broken = await build(folder);
      expect(broken.code).toBe(1);
      expect(broken.stderr).toMatch(/VOLUME-BROKEN/);
      expect(broken.stderr).toContain('的实施方案有错误');
      expect(existsSync(join(folder, 'out', 'volumes', '方案汇编.pdf'))).toBe(false);
      expect(existsSync(join(folder, 'out', 'volumes', '方案汇编.docx'))).toBe(false);
    });
  });

  it('stay where a build is about something else, and go with their content file', async () => {
    await withWorkspace([TINY, BOUND], async (folder) => {
      await build(folder);
      await build(folder, '--unit', 'dongmen');
      expect(existsSync(join(folder, 'out', 'volumes', '方案汇编.pdf'))).toBe(true);
      rmSync(join(folder, 'content', 'volumes', '方案汇编.md'));
      await build(folder);
      expect(existsSync(join(folder, 'out', 'volumes', '方案汇编.pdf'))).toBe(false);
      expect(existsSync(join(folder, 'out', 'volumes', '全部材料.pdf'))).toBe(true);
    });
  });

  it('that name an unknown kind or unit are an error with a place', async () => {
    await withWorkspace([TINY, BOUND], async (folder) => {
      writeFileSync(
        join(folder, 'content', 'volumes', '方案汇编.md'),
        '---\n标题: 方案汇编\n文种: [无此文种]\n单位: [wu]\n---\n',
      );
      const { code, stderr } = await hongtou(['check', '--workspace', folder]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/content\/volumes\/方案汇编\.md:3:\d+.*无此文种/);
      expect(stderr).toMatch(/content\/volumes\/方案汇编\.md:4:\d+.*wu/);
    });
  });
});

describe('hongtou bind', () => {
  it('binds a selection and says what it made', async () => {
    await withWorkspace([TINY], async (folder) => {
      const bind = (...args: readonly string[]): ReturnType<typeof hongtou> =>
        hongtou(['bind', '--workspace', folder, ...args]);
      const { code, stdout, stderr } = await bind('--kind', '实施方案', '--title', '方案一册', '--date', '2027-06-01');
      expect(code).toBe(0);
      expect(stdout).toContain('《方案一册》收 1 份文件');
      expect(stderr).toContain('VOLUME-DRAFT');
      const pdf = await readPdf(readFileSync(join(folder, 'out', 'bound', '方案一册.pdf')));
      expect(pdf.pages[0]).toContain('2027年6月1日');
      const drafts = await bind(
        '--kind',
        '实施方案',
        '--title',
        '方案一册',
        '--draft',
        '--format',
        'docx',
        '--out',
        'drafts',
      );
      expect(drafts.stdout).toContain('收 2 份文件');
      expect(existsSync(join(folder, 'drafts', '方案一册.pdf'))).toBe(false);
      expect(await readDocx(readFileSync(join(folder, 'drafts', '方案一册.docx')))).toContain('（征求意见稿）');
    });
  });

  it('refuses what names nothing, in plain Chinese', async () => {
    await withWorkspace([TINY], async (folder) => {
      const bind = (...args: readonly string[]): ReturnType<typeof hongtou> =>
        hongtou(['bind', '--workspace', folder, ...args]);
      expect(await bind()).toMatchObject({ code: 2, stdout: '' });
      expect(await bind('--kind', '无')).toMatchObject({ code: 2, stdout: '' });
      const empty = await bind('--kind', '简报');
      expect(empty).toMatchObject({ code: 1, stdout: '' });
      expect(empty.stderr).toContain('没有可以编进去的文件');
    });
  });
});
