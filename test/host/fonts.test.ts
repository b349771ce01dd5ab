import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCoverage } from '../../src/host/font/coverage.js';
import { advanceWidths } from '../../src/host/font/metrics.js';
import { readNames } from '../../src/host/font/names.js';
import { readSfnt, table } from '../../src/host/font/sfnt.js';
import { findFaces, type FontOptions } from '../../src/host/fonts.js';
import { gbt9704 } from '../../src/layout/styles.js';
import type { CharactersByRole } from '../../src/model/ports.js';
import { latinFace, writeFaceWith, writeFaces } from '../support/faces.js';

let folder: string;
let options: FontOptions;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hongtou-fonts-'));
  const [workspace, cache, installed] = ['workspace', 'cache', 'installed'].map((name) => join(folder, name));
  options = { workspace: workspace!, cache: cache!, installed: [installed!], style: gbt9704, fetch: false };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const OFFICIAL = ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', '宋体'];
const ENGLISH = ['FZXiaoBiaoSong-B05S', 'FangSong', 'SimHei', 'KaiTi', 'SimSun'];

describe('faces', () => {
  it.each([OFFICIAL, ENGLISH])('are the official ones where they are installed, as %s …', async (...names) => {
    await writeFaces(join(folder, 'installed'), names);
    const { value, diagnostics } = await findFaces(options);
    expect(diagnostics).toEqual([]);
    expect(Object.values(value!.table).map(({ substituted }) => substituted)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(Object.values(value!.sources)).toEqual(names.map((_, i) => join(folder, 'installed', `${i}.ttf`)));
  });

  it('come from the workspace first', async () => {
    await writeFaces(join(folder, 'installed'), OFFICIAL);
    await writeFaces(join(folder, 'workspace', 'fonts'), ['某某仿宋']);
    const { value, diagnostics } = await findFaces(options);
    expect(diagnostics).toEqual([]);
    expect(value!.sources.body).toBe(join(folder, 'workspace', 'fonts', '0.ttf'));
    expect(value!.table.body.substituted).toBe(true);
    expect(value!.sources.digits).toBe(join(folder, 'installed', '4.ttf'));
  });

  it('that stand in are told in one warning', async () => {
    await writeFaces(join(folder, 'installed'), ['华文中宋', '华文仿宋', '黑体', '楷体', '宋体']);
    const { value, diagnostics } = await findFaces(options);
    expect(value!.table.title.substituted).toBe(true);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['FONT-SUBSTITUTED', 'warning']]);
    expect(diagnostics[0]!.message).toContain('标题 方正小标宋简体 →');
    expect(diagnostics[0]!.message).toContain('正文 仿宋_GB2312 →');
    expect(diagnostics[0]!.message).not.toContain('黑体');
  });

  it('are never wrong ones: a role without a face is an error with three ways out', async () => {
    await writeFaces(join(folder, 'installed'), ['方正小标宋简体', '黑体', '楷体', '宋体', '别的字体']);
    const { value, diagnostics } = await findFaces(options);
    expect(value).toBeNull();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'FONT-MISSING', severity: 'error' });
    expect(diagnostics[0]!.message).toContain('仿宋_GB2312');
    expect(diagnostics[0]!.hint).toMatch(/fonts 文件夹.*安装到这台机器.*texlive-lang-chinese/);
  });

  it('pass over files that are no fonts', async () => {
    await writeFaces(join(folder, 'installed'), OFFICIAL);
    for (const [name, content] of [
      ['a.ttf', ''],
      ['b.otf', 'OTTO'],
      ['c.ttc', 'ttcf\0\0\0\0\xff\xff\xff\xff'],
    ] as const) {
      await writeFile(join(folder, 'installed', name), content, 'latin1');
    }
    expect((await findFaces(options)).value).not.toBeNull();
  });
});

describe('a prepared face', () => {
  it('has the widths, the coverage and the PostScript name of its source, one family and no weight', async () => {
    await writeFaces(join(folder, 'installed'), OFFICIAL);
    const { value } = await findFaces(options);
    const source = readSfnt(await readFile(latinFace), 0);
    const prepared = readSfnt(await readFile(value!.files.body), 0);
    // Code points that shared a glyph have copies of it behind the glyphs of the source.
    const widths = advanceWidths(source);
    expect(advanceWidths(prepared).slice(0, widths.length)).toEqual(widths);
    expect(await readCoverage(value!.files.body)).toEqual(await readCoverage(latinFace));
    expect((await readCoverage(latinFace)).has(0x41)).toBe(true);
    expect((await readCoverage(latinFace)).has(0x4e00)).toBe(false);
    expect(readNames(table(prepared, 'name'))).toEqual({
      families: [value!.table.body.family],
      fulls: [value!.table.body.family],
      postscript: 'LiberationSans',
    });
    expect(table(prepared, 'OS/2').readUInt16BE(4)).toBe(400);
    expect(prepared.tables.has('GPOS')).toBe(false);
  });
});

describe('characters that the face of their role lacks', () => {
  const characters = (body: string): CharactersByRole => {
    const none = new Set<string>();
    return { title: none, body: new Set(body.match(/\P{M}\p{M}*/gu)), heading1: none, heading2: none, digits: none };
  };
  const find = async (body: string): Promise<readonly [unknown, readonly string[]]> => {
    const { value } = await findFaces({ ...options, characters: characters(body) });
    const { fallbacks, missing } = value!;
    return [fallbacks.body.map(({ family, characters: set }) => [family, [...set].join('')]), [...missing.body]];
  };

  it('are set in a face of the same kind first, then in one of the office, then in one for rare characters', async () => {
    await writeFaces(join(folder, 'installed'), OFFICIAL);
    await writeFaceWith(join(folder, 'installed'), '华文仿宋', '䶮');
    await writeFaceWith(join(folder, 'workspace', 'fonts'), '本单位生僻字', '䶮龘');
    await writeFaceWith(join(folder, 'installed'), 'Noto Serif CJK SC', '䶮龘𬱟');
    expect(await find('A䶮龘𬱟')).toEqual([
      [
        ['华文仿宋', '䶮'],
        ['本单位生僻字', '龘'],
        ['Noto-Serif-CJK-SC', '𬱟'],
      ],
      [],
    ]);
  });

  it('bring no face along that they do not need', async () => {
    await writeFaces(join(folder, 'installed'), OFFICIAL);
    await writeFaceWith(join(folder, 'installed'), 'Noto Serif CJK SC', '䶮');
    const { value } = await findFaces({ ...options, characters: characters('Aé') });
    expect([...value!.families.keys()]).toEqual([value!.table.body.family]);
  });

  it('for private use are left to faces of the office', async () => {
    await writeFaces(join(folder, 'installed'), OFFICIAL);
    await writeFaceWith(join(folder, 'installed'), 'Noto Serif CJK SC', '\uE123');
    expect(await find('\uE123')).toEqual([[], ['\uE123']]);
    await writeFaceWith(join(folder, 'workspace', 'fonts'), '本单位生僻字', '\uE123');
    expect(await find('\uE123')).toEqual([[['本单位生僻字', '\uE123']], []]);
  });

  it('are reported where no face has them', async () => {
    await writeFaces(join(folder, 'installed'), OFFICIAL);
    expect(await find('A䶮')).toEqual([[], ['䶮']]);
  });
});
