import { describe, expect, it } from 'vitest';
import { createCompose } from '../../src/compose/document.js';
import { plainText } from '../../src/model/block.js';
import { textAt } from '../../src/model/data.js';
import { progressOn } from '../../src/campaign/progress.js';
import type { Project } from '../../src/model/project.js';
import { tablesOf } from '../../src/model/doc-tables.js';
import { writeStatus } from '../../src/report/status.js';
import { writeText } from '../../src/formats/text/document.js';
import { loadChangedSample } from '../support/sample.js';

/** One unit for each case: 石磴 need not report its survey of the field, 雁塘 has not sent its own. */
const CHANGES = {
  'units/shideng/research.md': (text: string) => text.replace('---\n', '---\n免报说明: 并入走访报告，经同意不报\n'),
  'units/yantang/research.md': null,
  'notices/001.md': (text: string) => text.replace('截止日期: 2026-06-30', '截止日期: 2026-06-18'),
};

const JUNE = '2026-06-18';
const END = '2026-11-10';

async function sampleOn(asOf: string): Promise<Project> {
  const { value } = await loadChangedSample(CHANGES, asOf);
  if (!value) throw new Error('the sample cannot be read');
  return value;
}

/** The cells of a unit's row in the matrix, and what stands beside them. */
function matrixRow(project: Project, name: string): readonly string[] {
  const doc = createCompose(project)(project.entries.find(({ id }) => id === 'rollups/rollup-progress')!).value;
  const rows = doc ? tablesOf(doc)[0]?.rows.map((row) => row.map(plainText)) : [];
  return rows?.find((row) => row[1] === name) ?? [];
}

function statusLine(project: Project, asOf: string, name: string): string {
  const lines = writeStatus(project, progressOn(project, asOf)).split('\n');
  return lines.find((line) => line.startsWith(name)) ?? '';
}

function notice(project: Project): string {
  const doc = createCompose(project)(project.entries.find(({ id }) => id === 'notices/001')!).value;
  return doc ? writeText(doc) : '';
}

describe('each difficult case is seen in the matrix, in status and in the notice', () => {
  it('late, never backdated', async () => {
    const project = await sampleOn(JUNE);
    expect(matrixRow(project, '云岭气象站')).toContain('3月15日迟3天');
    expect(statusLine(project, JUNE, '云岭气象站')).toMatch(/ 迟3 /);
    expect(notice(project)).toContain('以前阶段迟报、未报的有：云岭气象站的实施方案迟报3天');
  });

  it('returned, with its reason until the next version and after it', async () => {
    const project = await sampleOn(JUNE);
    expect(matrixRow(project, '区住房城乡建设局')).toContain('退回，欠3天');
    expect(statusLine(project, JUNE, '区住房城乡建设局')).toMatch(/ 退3 /);
    expect(notice(project)).toContain('区住房城乡建设局的领导班子分析检查报告退回后逾期3天未重报');
    expect(notice(project)).toContain('分析检查报告第1版，原因是写成年度工作总结');
    expect(notice(project)).toMatch(/区住房城乡建设局的领导班子分析检查报告，2026年6月22日前/);
    const later = await sampleOn(END);
    expect(matrixRow(later, '区住房城乡建设局')).toContain('6月21日迟6天');
    const kept = later.entries.find(({ id }) => id === 'rollups/rollup-filings');
    const filings = kept ? createCompose(later)(kept).value : null;
    expect(filings && writeText(filings)).toMatch(
      /区住房城乡建设局 \| 领导班子分析检查报告 \| 1 \| .*写成年度工作总结/,
    );
  });

  it('missing is overdue and not zero', async () => {
    const project = await sampleOn(JUNE);
    expect(matrixRow(project, '雁塘管理处')).toContain('欠64天');
    expect(statusLine(project, JUNE, '雁塘管理处')).toMatch(/ 欠64 /);
    expect(notice(project)).toContain('雁塘管理处的专题调研报告逾期64天未报');
    const coverage = project.entries.find(({ id }) => id === 'rollups/rollup-coverage');
    const doc = coverage ? createCompose(project)(coverage).value : null;
    expect(doc && writeText(doc)).toMatch(/雁塘管理处 \| （未报） \| （未报）/);
  });

  it('exempt, joint, merged and next batch', async () => {
    const project = await sampleOn(END);
    expect(matrixRow(project, '石磴管理处')).toContain('免报');
    expect(statusLine(project, END, '石磴管理处')).toMatch(/ 免报 /);
    expect(matrixRow(project, '区民政局').at(-1)).toBe('与区残联联合。');
    expect(statusLine(project, END, '区民政局')).toMatch(/与区残联联合$/);
    expect(matrixRow(project, '云岭供电所')).toContain('合并');
    expect(statusLine(project, END, '云岭供电所')).toMatch(/ 合并 .*合并环节2\.1、2\.2$/);
    expect(matrixRow(project, '区综合执法大队').at(-1)).toBe('转入下一批。');
    expect(statusLine(project, END, '区综合执法大队')).toMatch(/转入下一批$/);
    const text = notice(project);
    expect(text).toMatch(/石磴管理处 \| 6 \| 6 \| 免报专题调研报告。/);
    expect(text).toMatch(/区民政局 \| 6 \| 6 \| 与区残联联合。/);
    expect(text).toMatch(/云岭供电所 \| 6 \| 6 \| 合并环节2\.1、2\.2。/);
  });
});

describe('what a notice says in words', () => {
  it('names exactly the late units of its table, and counts what was due', async () => {
    const project = await sampleOn(END);
    const compose = createCompose(project);
    for (const entry of project.entries.filter(({ kind }) => kind.id === 'notice')) {
      const doc = compose(entry).value!;
      const rows = tablesOf(doc).flatMap((table) => table.rows.map((row) => row.map(plainText)));
      const late = rows.filter((row) => row.at(-1) !== '无').map((row) => row[1] ?? '');
      const words = doc.blocks.map((block) => (block.kind === 'paragraph' ? plainText(block.inlines) : ''));
      const lists = words.filter((text) => /阶段迟报、未报的有：/.test(text)).join('');
      const names = project.units.map(({ data }) => textAt(data, 'shortName'));
      expect(late.length).toBeGreaterThan(0);
      expect(names.filter((name) => lists.includes(`${name}的`)).sort()).toEqual([...late].sort());
      const due = rows.reduce((sum, row) => sum + Number(row[2]), 0);
      expect(words.join('')).toContain(`到期应报材料${due}件`);
    }
  });
});
