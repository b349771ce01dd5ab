import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../src/model/artifact.js';
import { hongtou } from '../support/command.js';
import { ROOT, TINY, withWorkspace } from '../support/workspace.js';

const PLAN = join('content', 'units', 'dongmen', 'plan.md');

function manifestOf(folder: string): readonly Artifact[] {
  return (JSON.parse(readFileSync(join(folder, 'out', 'manifest.json'), 'utf8')) as { artifacts: readonly Artifact[] })
    .artifacts;
}

function documentsIn(folder: string): readonly string[] {
  const files = readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && /\.(docx|pdf)$/.test(file.name))
    .map((file) => join(file.parentPath, file.name));
}

function expectWhole(folder: string): void {
  for (const { path, sha256 } of manifestOf(folder)) {
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, 'out', path)))
        .digest('hex'),
      path,
    ).toBe(sha256);
  }
}

describe('the second campaign', () => {
  it('builds with the same program and the same templates', async () => {
    await withWorkspace([TINY], async (folder) => {
      const { code, stdout } = await hongtou(['build', '--workspace', folder]);
      expect(stdout).toContain('生成 6 份，未变 0 份，失败 0 份');
      expect(code).toBe(0);
      expectWhole(folder);
    });
  });
});

describe('bad content', () => {
  it('stops its own document and no other', async () => {
    await withWorkspace([TINY, join(ROOT, 'test', 'cases', 'date-impossible')], async (folder) => {
      const { code, stdout, stderr } = await hongtou(['build', '--workspace', folder]);
      expect(code).toBe(1);
      expect(stdout).toContain('生成 5 份，未变 0 份，失败 1 份');
      expect(stderr).toContain(`${PLAN}:4:7`);
      expect(manifestOf(folder).map(({ path }) => path)).not.toContain('units/dongmen/实施方案.pdf');
    });
  });

  it('takes back what it had made before', async () => {
    await withWorkspace([TINY], async (folder) => {
      await hongtou(['build', '--workspace', folder, '--format', 'docx']);
      expect(existsSync(join(folder, 'out', 'units', 'dongmen', '实施方案.docx'))).toBe(true);
      rmSync(join(folder, PLAN));
      await hongtou(['build', '--workspace', folder, '--format', 'docx']);
      expect(existsSync(join(folder, 'out', 'units', 'dongmen', '实施方案.docx'))).toBe(false);
    });
  });

  it('is not read where it is too large to have been written by hand', async () => {
    await withWorkspace([TINY], async (folder) => {
      appendFileSync(join(folder, PLAN), '字'.repeat(700_000));
      const { code, stderr } = await hongtou(['build', '--workspace', folder, '--format', 'docx']);
      expect(code).toBe(1);
      expect(stderr).toContain('超过 1 MB');
    });
  });

  it('is not read where a link leads out of the workspace', async () => {
    await withWorkspace([TINY], async (folder) => {
      rmSync(join(folder, PLAN));
      symlinkSync('/etc/passwd', join(folder, PLAN));
      const { stdout, stderr } = await hongtou(['build', '--workspace', folder, '--format', 'docx']);
      expect(stdout + stderr).not.toContain('root:');
      expect(documentsIn(folder)).toHaveLength(5);
    });
  });
});

describe('wrong use', () => {
  it.each([
    ['an empty workspace', ['build'], 1, 'content/campaign.md'],
    ['an unknown command', ['bild'], 2, '没有“bild”这个命令'],
    ['an unknown format', ['build', '--format', 'odt'], 2, '只能是 docx、pdf'],
    ['a shard that is none', ['build', '--shard', '5/4'], 2, '1/4'],
  ])('%s is told in Chinese', async (_, args, expected, sentence) => {
    await withWorkspace([], async (folder) => {
      const { code, stderr } = await hongtou([...args, '--workspace', folder]);
      expect(stderr).toContain(sentence);
      expect(stderr).not.toMatch(/at .*\.js:\d+/);
      expect(code).toBe(expected);
    });
  });

  it.each(['../dongmen', 'nosuch', '/etc'])('the unit %s is not looked for', async (unit) => {
    const built = await hongtou(['build', '--workspace', TINY, '--unit', unit]);
    expect([built.code, built.stderr.includes(`“${unit}”不存在`)]).toEqual([2, true]);
    const created = await hongtou(['new', '实施方案', '--workspace', TINY, '--unit', unit]);
    expect([created.code, created.stderr.includes(`没有“${unit}”这个单位`)]).toEqual([2, true]);
  });

  it('an out folder that is a file is said to be one', async () => {
    await withWorkspace([TINY], async (folder) => {
      writeFileSync(join(folder, 'out'), '');
      const { code, stderr } = await hongtou(['build', '--workspace', folder]);
      expect(code).toBe(2);
      expect(stderr).not.toMatch(/at .*\.js:\d+/);
    });
  });
});

describe('a new file', () => {
  it('has every field that its kind asks for, and is never laid over an old one', async () => {
    await withWorkspace([TINY], async (folder) => {
      const first = await hongtou(['new', '实施方案', '--workspace', folder, '--unit', 'xiyuan']);
      expect([first.code, first.stderr.includes('已经有了')]).toEqual([2, true]);
      const created = await hongtou(['new', '群众满意度测评报告', '--workspace', folder, '--unit', 'xiyuan']);
      expect(created.code).toBe(0);
      const text = readFileSync(join(folder, 'content', 'units', 'xiyuan', 'survey.md'), 'utf8');
      for (const line of ['状态: 草稿', '测评:', '  - 轮次:', '## 组织情况']) expect(text).toContain(line);
      const { stderr } = await hongtou(['build', '--workspace', folder, '--unit', 'xiyuan', '--format', 'docx']);
      expect(stderr).not.toContain('错误');
      expect(documentsIn(folder)).toHaveLength(2);
    });
  });
});

describe('a machine that fails', () => {
  it('leaves whole files when it is killed, and finishes when run again', async () => {
    await withWorkspace([TINY], async (folder) => {
      for (const killAfter of [300, 700, 1100, 1500]) {
        await hongtou(['build', '--workspace', folder, '--force'], { killAfter });
        for (const file of existsSync(join(folder, 'out')) ? documentsIn(folder) : []) {
          const head = readFileSync(file).subarray(0, 4).toString('latin1');
          expect(head === '%PDF' || head.startsWith('PK')).toBe(true);
        }
      }
      const { code } = await hongtou(['build', '--workspace', folder]);
      expect(code).toBe(0);
      expectWhole(folder);
      expect(documentsIn(folder)).toHaveLength(12);
    });
  });

  it('bears two runs at once', async () => {
    await withWorkspace([TINY], async (folder) => {
      mkdirSync(join(folder, 'out'), { recursive: true });
      const runs = await Promise.all([1, 2].map(() => hongtou(['build', '--workspace', folder, '--force'])));
      expect(runs.map(({ code }) => code)).toEqual([0, 0]);
      expectWhole(folder);
      expect(documentsIn(folder)).toHaveLength(12);
    });
  });
});
