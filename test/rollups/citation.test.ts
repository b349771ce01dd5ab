import { describe, expect, it } from 'vitest';
import { traceFigures } from '../../src/app/trace/trace-figures.js';
import { createCompose } from '../../src/compose/document.js';
import { plainText } from '../../src/model/block.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Project } from '../../src/model/project.js';
import { tablesOf } from '../../src/model/doc-tables.js';
import { writeText } from '../../src/formats/text/document.js';
import { loadChangedSample } from '../support/sample.js';

interface Written {
  readonly project: Project;
  readonly text: string;
  readonly found: readonly Diagnostic[];
}

/** The fourth bulletin with its prose replaced, or its front matter changed. */
async function bulletin(prose: string, change = (text: string): string => text): Promise<Written> {
  const rewrite = (text: string): string =>
    change(prose === '' ? text : text.replace(/\n## [\s\S]*$/, `\n## 一篇\n\n${prose}\n`));
  const { value: project, diagnostics } = await loadChangedSample({ 'bulletins/004.md': rewrite });
  if (!project) throw new Error('the sample cannot be read');
  const entry = project.entries.find(({ id }) => id === 'bulletins/004');
  const doc = entry ? createCompose(project)(entry).value : null;
  const found = diagnostics.filter(
    ({ code, span }) => /^(FIGURE|BULLETIN-ARTICLE|NORM)/.test(code) && span?.path.endsWith('004.md'),
  );
  return { project, text: doc ? writeText(doc) : '', found };
}

describe('a figure that prose cites', () => {
  it('is the one that the roll-up prints on that day', async () => {
    const { project, text, found } = await bulletin(
      '销号{{整改台账总表：芦湾管理处：已完成}}项，共｛｛整改台账总表：事项｝｝项。',
    );
    const rollup = project.entries.find(({ id }) => id === 'rollups/rollup-ledger')!;
    const doc = createCompose(project)({ ...rollup, data: { ...rollup.data, asOf: '2026-09-10' } }).value!;
    const [table] = tablesOf(doc);
    const column = (name: string): number => table?.header.findIndex((cell) => plainText(cell) === name) ?? -1;
    const cell = (row: string, name: string): string =>
      plainText(table?.rows.find((cells) => cells.some((one) => plainText(one) === row))?.[column(name)] ?? []);
    expect(text).toContain(`销号${cell('芦湾管理处', '已完成')}项，共${cell('合计', '事项')}项。`);
    expect(found).toEqual([]);
  });

  it('under a name that is not there is an error that names the nearest one', async () => {
    const { text, found } = await bulletin(
      '甲{{整改台帐总表：事项}}乙{{整改台账总表：芦弯管理处：事项}}丙{{整改台账总表：事相}}丁{{整改台账总表}}。',
    );
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'FIGURE-UNKNOWN 没有“整改台帐总表”这个汇总表',
      'FIGURE-UNKNOWN 没有“芦弯管理处”这一行',
      'FIGURE-UNKNOWN 没有“事相”这一栏',
      expect.stringContaining('“汇总表：行：栏”'),
    ]);
    expect(found.map(({ hint }) => /是不是“(.+?)”/.exec(hint ?? '')?.[1])).toEqual([
      '整改台账总表',
      '芦湾管理处',
      '事项',
      undefined,
    ]);
    expect(text).toContain('甲⟦（未报）⟧乙⟦（未报）⟧丙⟦（未报）⟧丁⟦（未报）⟧。');
  });

  it('that is not there yet is a hole with a remark', async () => {
    const { text, found } = await bulletin('满意率{{评议与满意度汇总表：满意率}}。');
    expect(text).toContain('满意率⟦（未报）⟧。');
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['FIGURE-UNREPORTED', 'warning']]);
  });

  it('is never a template, and never looks beyond roll-ups', async () => {
    const { text, found } = await bulletin('甲{{campaign.name}}乙{{#each units}}丙{{constructor}}{{{{__proto__}}}}');
    expect(text).not.toContain('强服务、优作风”主题实践活动乙');
    expect(found.every(({ code }) => code === 'FIGURE-UNKNOWN')).toBe(true);
    expect(found.length).toBeGreaterThan(3);
  });

  it('is traced to the lines that the roll-up was made from', async () => {
    const { project } = await bulletin('销号{{整改台账总表：芦湾管理处：已完成}}项。');
    const query = { row: '', column: '', figure: '' };
    const cited = traceFigures(project, 'bulletins/004', query);
    const rollup = traceFigures(project, '整改台账总表', { ...query, row: '芦湾管理处', column: '已完成' });
    if (typeof cited === 'string' || typeof rollup === 'string') throw new Error('nothing was traced');
    const figure = cited.value.find(({ value }) => value === rollup.value[0]?.value);
    expect(figure?.places.length).toBeGreaterThan(30);
    expect(figure?.places).toEqual(rollup.value[0]?.places);
  });
});

describe('a bulletin of several articles', () => {
  it('has its contents in front, and an article from a unit’s document', async () => {
    const { text, found } = await bulletin('');
    expect(text).toMatch(
      /目　录[\s\S]*整改台账晒出来[\s\S]*芦湾管理处三十六项整改逐项对账[\s\S]*标题0　整改台账晒出来/,
    );
    expect(text).toContain('本台账按照整改落实方案的36项整改事项逐项填报');
    expect(found).toEqual([]);
  });

  it.each([
    ['部分: 填报说明', '部分: 填报说法', /没有“填报说法”这个小标题/],
    ['文种: ledger', '文种: survey', /到这期简报的日期还没有定稿/],
    ['单位: luwan, 文种: ledger, 部分: 填报说明', '单位: gongan-fenju, 文种: plan, 部分: 指导思想', /.*/],
  ])('says why an article cannot be taken: %s', async (from, to, expected) => {
    const { found } = await bulletin('', (text) => text.replace(from, to));
    for (const { message } of found) expect(message).toMatch(expected);
    if (to.includes('survey') || to.includes('填报说法')) expect(found).toHaveLength(1);
  });
});
