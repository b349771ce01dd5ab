import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCompose } from '../../src/compose/document.js';
import { plainText } from '../../src/model/block.js';
import type { Table } from '../../src/model/block.js';
import type { Chart } from '../../src/model/chart.js';
import { chartsOf } from '../../src/model/doc-images.js';
import type { Project } from '../../src/model/project.js';
import { tablesOf } from '../../src/model/doc-tables.js';
import { recordsOfAll } from '../support/recount.js';
import { loadSample } from '../support/sample.js';
import { ROOT } from '../support/workspace.js';

const CONTENT = join(ROOT, 'content');

let project: Project;
beforeAll(async () => {
  const loaded = await loadSample();
  if (!loaded.value) throw new Error('the sample cannot be read');
  project = loaded.value;
});

function rollUp(kind: string): { readonly chart: Chart; readonly tables: readonly Table[] } {
  const entry = project.entries.find(({ id }) => id === `rollups/${kind}`);
  const { value } = createCompose(project)(entry!);
  const [chart] = chartsOf(value!);
  return { chart: chart!, tables: tablesOf(value!) };
}

function tableCalled(tables: readonly Table[], caption: string): Table {
  return tables.find((table) => table.caption === caption)!;
}

/** The chart as the rows of a table. */
function rowsOf({ categories, series }: Chart): readonly (readonly string[])[] {
  return categories.map((category, index) => [category, ...series.map(({ values }) => values[index]?.label ?? '')]);
}

function textsOf({ rows }: Table): readonly (readonly string[])[] {
  return rows.map((row) => row.map(plainText)).filter((row) => !row.includes('合计'));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

describe('the figures of a chart are those of its table', () => {
  it.each([
    ['rollup-progress', '各环节材料报送份次'],
    ['rollup-problems', '类别和指向'],
    ['rollup-ledger', '整改事项按月到期和销号项数'],
  ])('%s', (kind, caption) => {
    const { chart, tables } = rollUp(kind);
    expect(rowsOf(chart).length).toBeGreaterThan(1);
    expect(rowsOf(chart)).toEqual(textsOf(tableCalled(tables, caption)));
  });

  it('rollup-survey', () => {
    const { chart, tables } = rollUp('rollup-survey');
    const table = tableCalled(tables, '满意度末轮结果');
    const rate = table.header.map(plainText).indexOf('满意率');
    expect(rowsOf(chart)).toEqual(textsOf(table).map((row) => [row[1], row[rate]]));
  });
});

describe('the figures of a chart add up', () => {
  it('progress: what is delivered is what the matrix counts as settled, and what is owed is there once', () => {
    const { chart, tables } = rollUp('rollup-progress');
    const [done, late, overdue, open] = chart.series.map(({ values }) => sum(values.map((datum) => datum!.value)));
    const matrix = tableCalled(tables, '各单位材料报送进度');
    const [settled, due] = plainText(matrix.rows.at(-1)!.at(-2)!).split('/').map(Number);
    expect(done! + late!).toBe(settled);
    expect(done! + late! + overdue! + open!).toBe(due);
  });

  it('problems: every problem of every class', () => {
    const { chart } = rollUp('rollup-problems');
    const problems = recordsOfAll(CONTENT, 'problems.md', '问题');
    for (const [index, category] of chart.categories.entries()) {
      const count = problems.filter((problem) => problem['类别'] === category).length;
      expect(sum(chart.series.map(({ values }) => values[index]!.value))).toBe(count);
    }
  });

  it('rectification: every item that has a date, in its month', () => {
    const { chart } = rollUp('rollup-ledger');
    const [due, closed] = chart.series.map(({ values }) => values.map((datum) => datum!.value));
    const items = recordsOfAll(CONTENT, 'rectification.md', '整改事项');
    const ledger = recordsOfAll(CONTENT, 'ledger.md', '进展');
    expect(sum(due!)).toBe(items.length);
    expect(sum(closed!)).toBe(ledger.filter((entry) => entry['状态'] === '已完成').length);
    const august = items.filter((item) => String(item['时限']).startsWith('2026-08')).length;
    expect(due![chart.categories.indexOf('8月')]).toBe(august);
  });

  it('satisfaction: lines where the campaign has its tiers', () => {
    const { chart } = rollUp('rollup-survey');
    const tiers = project.campaign.tiers.filter(({ from }) => from > 0);
    expect(chart.thresholds.map(({ value }) => value)).toEqual(tiers.map(({ from }) => from));
    for (const { name } of tiers) expect(chart.thresholds.some(({ label }) => label.includes(name))).toBe(true);
  });
});
