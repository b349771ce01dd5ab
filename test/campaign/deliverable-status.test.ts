import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/campaign/progress.js';
import { writeStatus, writeStatusCsv, writeStatusJson } from '../../src/report/status.js';
import { TINY, load, withWorkspace } from '../support/workspace.js';

const UNIT = (name: string): string =>
  `---\n全称: 青禾镇${name}\n简称: ${name}\n类别: 教学点\n人员: [{ 姓名: 甲某, 职务: 校长 }]\n第一责任人: 甲某\n---\n`;
const PLAN = (more: string): string => `---\n状态: 定稿\n${more}\n---\n`;

/** One school for each case, all of which owe a plan by 5 March and a survey by 11 June. */
const SCHOOLS: Readonly<Record<string, readonly [string, string]>> = {
  ontime: ['按时校', PLAN('成文日期: 2027-03-05')],
  late: ['迟报校', PLAN('成文日期: 2027-03-08')],
  draft: ['草稿校', '---\n状态: 草稿\n成文日期: 2027-03-04\n---\n'],
  returned: [
    '退回校',
    PLAN('成文日期: 2027-03-20\n历次版本: [{ 版本: 1, 成文日期: 2027-03-04, 结果: 退回, 原因: 没有分工 }]'),
  ],
  accepted: [
    '补正校',
    PLAN('成文日期: 2027-03-20\n历次版本: [{ 版本: 1, 成文日期: 2027-03-04, 结果: 接收, 原因: 补入表格 }]'),
  ],
  exempt: ['免报校', PLAN('成文日期: 2027-03-20\n免报说明: 整体搬迁，经同意不报')],
  merged: [
    '合并校',
    PLAN('成文日期: 2027-04-01\n合并环节: [{ 环节: [a1, b1], 批准机关: 镇办, 批准日期: 2027-03-01, 理由: 人少 }]'),
  ],
};

async function withSchools<T>(work: (folder: string) => Promise<T>): Promise<T> {
  return withWorkspace([join(TINY)], async (folder) => {
    cpSync(join(TINY, 'content', 'campaign.md'), join(folder, 'content', 'campaign.md'));
    for (const [id, [name, plan]] of Object.entries(SCHOOLS)) {
      mkdirSync(join(folder, 'content', 'units', id));
      writeFileSync(join(folder, 'content', 'units', id, 'unit.md'), UNIT(name));
      writeFileSync(join(folder, 'content', 'units', id, 'plan.md'), plan);
    }
    return work(folder);
  });
}

async function cellsOn(asOf: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return withSchools(async (folder) => {
    const { value } = await load(folder);
    if (!value) throw new Error('the campaign cannot be read');
    const rows = progressOn(value, asOf, Object.keys(SCHOOLS)).rows;
    return Object.fromEntries(rows.map(({ unit, owed }) => [unit.id, owed.map(({ status: standing }) => standing)]));
  });
}

describe('how a unit stands', () => {
  it('tells apart all that can become of a deliverable', async () => {
    const later = { kind: 'not-due', days: 93 };
    expect(await cellsOn('2027-03-10')).toEqual({
      ontime: [{ kind: 'done', on: '2027-03-05' }, later],
      late: [{ kind: 'late', on: '2027-03-08', days: 3 }, later],
      draft: [{ kind: 'overdue', days: 5 }, later],
      returned: [{ kind: 'returned', days: 5 }, later],
      accepted: [{ kind: 'done', on: '2027-03-04' }, later],
      exempt: [{ kind: 'exempt' }, later],
      merged: [{ kind: 'not-due', days: 79 }, later],
    });
  });

  it('lets one document answer for merged steps', async () => {
    const { merged } = await cellsOn('2027-06-30');
    expect(merged).toEqual([
      { kind: 'merged', on: '2027-04-01' },
      { kind: 'merged', on: '2027-04-01' },
    ]);
  });

  it('knows a returned document by when its new version came', async () => {
    const { returned } = await cellsOn('2027-03-20');
    expect(returned?.[0]).toEqual({ kind: 'late', on: '2027-03-20', days: 15 });
  });
});

describe('the matrix for a terminal', () => {
  it('aligns wide characters and says what its marks mean', async () => {
    await withSchools(async (folder) => {
      const { value } = await load(folder);
      if (!value) throw new Error('the campaign cannot be read');
      const progress = progressOn(value, '2027-03-10', ['late', 'draft', 'merged']);
      expect(writeStatus(value, progress).split('\n').slice(2, 8)).toEqual([
        '        1      2',
        '单位    03-05  06-11  已报/应报  备注',
        '草稿校  欠5    余93   0/1',
        '迟报校  迟3    余93   1/1',
        '合并校  余79   余93   0/0        合并环节a1、b1',
        '合计    1/2    0/0    1/2',
      ]);
      expect(writeStatusCsv(value, progress)).toContain('\r\nlate,迟报校,实施方案,a1,2027-03-05,迟报,2027-03-08,3\r\n');
      expect(JSON.parse(writeStatusJson(value, progress))).toMatchObject({ asOf: '2027-03-10', units: [{}, {}, {}] });
    });
  });
});
