import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scaffold } from '../../../src/app/scaffold/scaffold.js';
import { ROOT, TINY, load, withWorkspace } from '../../support/workspace.js';

/** What `new` would write for a bulletin where issues with these front matters exist. */
async function next(issues: Readonly<Record<string, string>>, extra: boolean): Promise<readonly string[]> {
  return withWorkspace([TINY], async (folder) => {
    mkdirSync(join(folder, 'content', 'bulletins'));
    for (const [name, fields] of Object.entries(issues)) {
      writeFileSync(
        join(folder, 'content', 'bulletins', `${name}.md`),
        `---\n状态: 定稿\n成文日期: 2027-03-09\n${fields}\n---\n\n## 短讯\n\n正文。\n`,
      );
    }
    const { value } = await load(folder);
    const made = value ? scaffold(value, '简报', '', extra) : '';
    if (typeof made === 'string') throw new Error(made);
    return [made.path, ...made.text.split('\n').filter((line) => /期号|增刊/.test(line) && !line.startsWith('#'))];
  });
}

const ISSUES = {
  '001': '期号: 1\n总期号: 58',
  '003': '期号: 3\n总期号: 60',
  'extra-001': '增刊: true\n增刊期号: 1',
};

describe('the next bulletin', () => {
  it('is the first where there is none', async () => {
    expect(await next({}, false)).toEqual(['content/bulletins/001.md', '期号: 1', '总期号: 1']);
  });

  it('follows the highest number, and leaves a gap to be seen', async () => {
    expect(await next(ISSUES, false)).toEqual(['content/bulletins/004.md', '期号: 4', '总期号: 61']);
  });

  it('counts extra issues for themselves', async () => {
    expect(await next(ISSUES, true)).toEqual(['content/bulletins/extra-002.md', '增刊: true', '增刊期号: 2']);
  });
});

describe('the next letter', () => {
  it('is numbered among those of its unit', async () => {
    const paths = await withWorkspace([TINY, join(ROOT, 'test', 'cases', 'formats')], async (folder) => {
      const { value } = await load(folder);
      return ['dongmen', 'xiyuan'].map((unit) => {
        const made = value ? scaffold(value, '函', unit) : '';
        return typeof made === 'string' ? made : made.path;
      });
    });
    expect(paths).toEqual(['content/units/dongmen/letters/004.md', 'content/units/xiyuan/letters/001.md']);
  });
});

describe('a roll-up', () => {
  it('cannot be made by hand', async () => {
    const { value } = await load(TINY);
    expect(value && scaffold(value, '进度矩阵', '')).toMatch(/没有“进度矩阵”这个文种/);
  });
});
