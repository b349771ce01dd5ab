import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCompose } from '../../src/compose/document.js';
import { plainText } from '../../src/model/block.js';
import type { Project } from '../../src/model/project.js';
import { tablesOf } from '../../src/model/doc-tables.js';
import { filesOfAll, frontMatter, recordsOfAll, typed } from '../support/recount.js';
import type { TypedRecord } from '../support/recount.js';
import { loadSample } from '../support/sample.js';
import { ROOT } from '../support/workspace.js';

const CONTENT = join(ROOT, 'content');
const AS_OF = '2026-11-10';

let project: Project;
beforeAll(async () => {
  const loaded = await loadSample();
  if (!loaded.value) throw new Error('the sample cannot be read');
  project = loaded.value;
});

/** The tables of a roll-up as texts: rows below the header, and the row of totals. */
function tables(
  kind: string,
): readonly { readonly header: string[]; readonly rows: string[][]; readonly total: string[] }[] {
  const entry = project.entries.find(({ id }) => id === `rollups/${kind}`);
  const doc = entry ? createCompose(project)(entry) : null;
  if (!doc?.value) throw new Error(`no roll-up ${kind}: ${JSON.stringify(doc?.diagnostics)}`);
  return tablesOf(doc.value).map(({ header, rows }) => {
    const texts = rows.map((row) => row.map(plainText));
    const isTotal = (row: readonly string[]): boolean => row.includes('合计');
    return {
      header: header.map(plainText),
      rows: texts.filter((row) => !isTotal(row)),
      total: texts.find(isTotal) ?? [],
    };
  });
}

function column(kind: string, table: number, name: string): string {
  const found = tables(kind)[table];
  return found?.total[found.header.indexOf(name)] ?? '';
}

function sum(records: readonly TypedRecord[], label: string): number {
  const micros = records.map((record) => Math.round(Number(record[label] ?? 0) * 1_000_000));
  return micros.filter((value) => !Number.isNaN(value)).reduce((all, value) => all + value, 0) / 1_000_000;
}

function percent(part: number, whole: number): string {
  return `${(Math.round((part / whole) * 10_000) / 100).toFixed(2)}%`;
}

describe('totals are those of the files, counted again', () => {
  it('整改台账总表', () => {
    const items = recordsOfAll(CONTENT, 'rectification.md', '整改事项');
    const ledger = recordsOfAll(CONTENT, 'ledger.md', '进展');
    const entryOf = (item: TypedRecord): TypedRecord | undefined =>
      ledger.find(({ unit, 序号: id }) => unit === item.unit && Number(id) === Number(item['序号']));
    const closed = items.filter((item) => entryOf(item)?.['状态'] === '已完成');
    const due = items.filter((item) => String(item['时限']) <= AS_OF);
    const closedDue = closed.filter((item) => due.includes(item));
    const inTime = closed.filter((item) => (typed(entryOf(item)?.['销号日期']) || '9') <= String(item['时限']));
    const overdue = due.filter((item) => entryOf(item)?.['状态'] === '推进中');
    const total = (name: string): string => column('rollup-ledger', 0, name);
    expect(total('事项')).toBe(String(items.length));
    expect(total('已到期')).toBe(String(due.length));
    expect(total('已完成')).toBe(String(closed.length));
    expect(total('按时销号')).toBe(String(inTime.length));
    expect(total('逾期未销')).toBe(String(overdue.length));
    expect(total('销号占全部')).toBe(percent(closed.length, items.length));
    expect(total('到期销号占到期')).toBe(percent(closedDue.length, due.length));
    expect(Number(total('资金（万元）'))).toBe(sum(items, '资金'));
    expect(tables('rollup-ledger')[2]?.rows).toHaveLength(items.length);
  });

  it('制度清单', () => {
    const rules = recordsOfAll(CONTENT, 'rectification.md', '制度建设');
    for (const action of ['废止', '修订', '新立']) {
      const count = rules.filter((rule) => rule['类型'] === action).length;
      expect(column('rollup-institutions', 0, action)).toBe(String(count));
    }
    expect(column('rollup-institutions', 0, '合计')).toBe(String(rules.length));
  });

  it('问题统计表', () => {
    const problems = recordsOfAll(CONTENT, 'problems.md', '问题');
    const benchmarks = new Set(problems.map((problem) => String(problem['对照'])));
    for (const benchmark of benchmarks) {
      const count = problems.filter((problem) => problem['对照'] === benchmark).length;
      expect(column('rollup-problems', 1, benchmark)).toBe(String(count));
    }
    expect(column('rollup-problems', 2, '合计')).toBe(String(problems.length));
  });

  it('征求意见汇总表', () => {
    const reports = filesOfAll(CONTENT, 'problems.md');
    const channels = recordsOfAll(CONTENT, 'problems.md', '征求渠道');
    const entries = recordsOfAll(CONTENT, 'opinions.md', '意见');
    expect(column('rollup-opinions', 0, '意见条数')).toBe(String(sum(channels, '意见条数')));
    expect(column('rollup-opinions', 1, '原始意见')).toBe(String(sum(reports, '原始条数')));
    expect(column('rollup-opinions', 1, '归并意见')).toBe(String(sum(reports, '归并条数')));
    for (const disposal of new Set(entries.map((entry) => String(entry['处理'])))) {
      const count = entries.filter((entry) => entry['处理'] === disposal).length;
      expect(column('rollup-opinions', 1, disposal)).toBe(String(count));
    }
  });

  it('走访覆盖表', () => {
    const visits = recordsOfAll(CONTENT, 'problems.md', '走访');
    const research = filesOfAll(CONTENT, 'research.md');
    expect(column('rollup-coverage', 0, '户次')).toBe(String(sum(visits, '户数')));
    expect(column('rollup-coverage', 0, '问卷')).toBe(String(sum(visits, '问卷')));
    expect(column('rollup-coverage', 1, '调研天数')).toBe(String(sum(research, '天数')));
    expect(column('rollup-coverage', 1, '调研户数')).toBe(String(sum(research, '走访户数')));
  });

  it('学习达标表', () => {
    const meetings = filesOfAll(CONTENT, 'plan.md').map((plan) => plan['动员会'] as TypedRecord);
    expect(column('rollup-study', 0, '动员会应到')).toBe(String(sum(meetings, '应到')));
    expect(column('rollup-study', 0, '动员会实到')).toBe(String(sum(meetings, '实到')));
    expect(column('rollup-study', 0, '到会率')).toBe(percent(sum(meetings, '实到'), sum(meetings, '应到')));
    const rules = frontMatter(join(CONTENT, 'campaign.md'))['规则'] as readonly TypedRecord[];
    const quotas = rules.filter((rule) => rule['编号'] === 'STUDY-QUOTA-SHORT');
    const verdicts = project.units.map(({ id }) => quotas.map((quota) => verdict(id, quota)));
    expect(tables('rollup-study')[0]?.rows.map((row) => [row[9], row[11], row[13]])).toEqual(verdicts);
  });

  function verdict(unit: string, quota: TypedRecord): string {
    const summary = filesOfAll(CONTENT, 'summary.md').find((file) => file.unit === unit && file['状态'] === '定稿');
    const stats = (summary?.['统计'] ?? []) as readonly TypedRecord[];
    const value = stats.find((stat) => (quota['项目'] as readonly unknown[]).includes(stat['项目']))?.['数量'];
    const members = frontMatter(join(CONTENT, 'units', unit, 'unit.md'))['党员数'];
    const limit = Number(quota['数值']) * (quota['按党员'] === true ? Number(members) : 1);
    if (value === undefined) return '—';
    return Number(value) >= limit ? '达标' : '未达标';
  }

  it('评议与满意度汇总表', () => {
    const rounds = recordsOfAll(CONTENT, 'survey.md', '测评');
    const isLast = (round: TypedRecord): boolean =>
      !rounds.some(({ unit, 轮次: number }) => unit === round.unit && Number(number) > Number(round['轮次']));
    const last = rounds.filter(isLast);
    const votes = last.map((round) => round['票数'] as TypedRecord);
    expect(column('rollup-survey', 0, '满意票')).toBe(String(sum(votes, '满意') + sum(votes, '基本满意')));
    expect(column('rollup-survey', 0, '有效票')).toBe(String(sum(last, '有效')));
    expect(tables('rollup-survey')[1]?.rows).toHaveLength(rounds.length);
  });

  it('简报索引、备案登记表、归档目录', () => {
    const bulletins = readdirSync(join(CONTENT, 'bulletins'));
    expect(tables('rollup-bulletins')[0]?.rows).toHaveLength(bulletins.length);
    expect(tables('rollup-filings')[0]?.rows).toHaveLength(project.units.length);
    const documents = project.entries.filter(({ kind }) => kind.scope === 'content');
    const versions = documents.flatMap(({ source }) => frontMatter(join(ROOT, source.path))['历次版本'] ?? []).flat();
    expect(tables('rollup-archive')[0]?.rows).toHaveLength(documents.length + versions.length);
  });
});

describe('who is late', () => {
  /** Units with a document that was due by the day and, from its dates alone, came late or has not come. */
  function lateUnits(day: string): readonly string[] {
    const campaign = frontMatter(join(CONTENT, 'campaign.md'));
    const steps = campaign['环节'] as readonly TypedRecord[];
    const owed = campaign['应报材料'] as readonly TypedRecord[];
    return readdirSync(join(CONTENT, 'units')).filter((unit) => {
      const mergers = filesOfAll(CONTENT, 'plan.md').find((plan) => plan.unit === unit)?.['合并环节'] ?? [];
      const merged = (mergers as readonly TypedRecord[]).flatMap((merger) => merger['环节'] as readonly string[]);
      return owed.some((item) => {
        const step = String(item['环节']);
        const ends = steps.filter(({ 编号: id }) => merged.includes(step) && merged.includes(String(id)));
        const due = [String(item['期限']), ...ends.map((end) => String(end['止']))].sort().at(-1) ?? '';
        const file = filesOfAll(CONTENT, `${String(item['文种'])}.md`).find((document) => document.unit === unit);
        const versions = (file?.['历次版本'] ?? []) as readonly TypedRecord[];
        const accepted = versions.find((version) => version['结果'] === '接收');
        const own = file?.['状态'] === '定稿' ? typed(file['成文日期']) : '';
        const on = typed(accepted?.['成文日期']) || own || '9999';
        return due < day && on > due;
      });
    });
  }

  it('is who the notices name, and no one else', () => {
    const notices = project.entries.filter(({ kind }) => kind.id === 'notice');
    expect(notices.length).toBeGreaterThan(0);
    for (const notice of notices) {
      const table = createCompose(project)(notice).value?.attachments[0]?.blocks.find(({ kind }) => kind === 'table');
      if (table?.kind !== 'table') throw new Error('the notice has no table');
      const named = table.rows
        .filter((row) => plainText(row.at(-1) ?? []) !== '无')
        .map((row) => plainText(row[1] ?? []));
      const late = lateUnits(typed(notice.data['asOf']));
      const names = project.units.filter(({ id }) => late.includes(id)).map(({ data }) => data['shortName']);
      expect(named).toEqual(names);
    }
  });

  it('is who the matrix names on its day', () => {
    const late = lateUnits(AS_OF);
    const rows = tables('rollup-progress')[0]?.rows.filter((row) =>
      row.slice(2, -2).some((cell) => /[迟欠]/.test(cell)),
    );
    const names = project.units.filter(({ id }) => late.includes(id)).map(({ data }) => data['shortName']);
    expect(rows?.map((row) => row[1])).toEqual(names);
  });
});
