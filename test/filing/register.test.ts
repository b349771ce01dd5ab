import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_RECORD, appendRecords, readRegister } from '../../src/filing/register.js';
import type { RegisterRecord } from '../../src/filing/register.js';
import { filedByUnit, registerRows } from '../../src/filing/register-view.js';

const record = (facts: Partial<RegisterRecord>): RegisterRecord => ({
  ...EMPTY_RECORD,
  date: '2026-06-13',
  document: 'units/a/analysis',
  units: ['甲局'],
  title: '报告',
  recipient: '上级',
  package: 'a.v1',
  digest: 'a'.repeat(64),
  ...facts,
});

const STORY = [
  record({ due: '2026-06-15' }),
  record({ act: '退回', date: '2026-06-15', reason: '写成总结' }),
  record({ version: 2, date: '2026-06-21', due: '2026-06-15', daysLate: 6, package: 'a.v2' }),
  record({ act: '接收', version: 2, date: '2026-06-22', package: 'a.v2', receipt: '收〔2026〕47号' }),
];
const TEXT = appendRecords('', STORY);
const lines = TEXT.trimEnd().split('\n');
const faults = (text: string): readonly string[] =>
  readRegister(text).faults.map(({ line, message }) => `${line} ${message}`);

describe('the register', () => {
  it('reads what it writes and numbers on', () => {
    const { records, faults: found } = readRegister(TEXT);
    expect(found).toEqual([]);
    expect(records.map(({ no }) => no)).toEqual(['2026-0001', '2026-0002', '2026-0003', '2026-0004']);
    expect(records[2]).toEqual({ ...STORY[2], no: '2026-0003' });
    expect(appendRecords(appendRecords('', STORY.slice(0, 2)), STORY.slice(2))).toBe(TEXT);
  });

  it('names an edited line, even where only one character changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: TEXT.length - 1 }), fc.constantFrom('x', '7', '退'), (at, character) => {
        fc.pre(TEXT[at] !== character && TEXT[at] !== '\n');
        const edited = TEXT.slice(0, at) + character + TEXT.slice(at + 1);
        const line = TEXT.slice(0, at).split('\n').length;
        const found = readRegister(edited).faults;
        expect(found.length).toBeGreaterThan(0);
        expect(Math.abs((found[0]?.line ?? 0) - line)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('names a missing, a moved, a repeated and an unfinished line', () => {
    const without = (index: number): string =>
      lines
        .filter((_, at) => at !== index)
        .map((line) => `${line}\n`)
        .join('');
    expect(faults(without(1))).toEqual(['2 序号从 1 跳到 3，中间少了 1 行']);
    expect(faults(without(0))[0]).toContain('1 ');
    expect(
      faults([lines[0], lines[2], lines[1], lines[3]].map((line) => `${line ?? ''}\n`).join('')).length,
    ).toBeGreaterThan(0);
    expect(faults(`${TEXT}${lines[3] ?? ''}\n`)[0]).toContain('重复');
    expect(faults(TEXT.slice(0, -20))[0]).toContain('4 ');
  });

  it('finds a line that was rewritten together with its digest, by the line after it', () => {
    const forged = appendRecords(`${lines[0] ?? ''}\n`, [record({ act: '接收', date: '2026-06-15' })]);
    expect(faults(`${forged}${lines.slice(2).join('\n')}\n`)).toEqual(['3 与第 2 行接不上，前一行被换过']);
  });

  it('tells due, sent, received, days late, returned and version', () => {
    expect(registerRows(readRegister(TEXT).records)).toMatchObject([
      { version: 1, due: '2026-06-15', sent: '2026-06-13', daysLate: 0, returned: '2026-06-15', reason: '写成总结' },
      { version: 2, due: '2026-06-15', sent: '2026-06-21', daysLate: 6, received: '2026-06-22', returned: '' },
    ]);
  });

  it('counts a joint document for every unit, and enters it once', () => {
    const rows = registerRows([record({ units: ['甲局', '乙局'] })]);
    expect(rows).toHaveLength(1);
    expect([...filedByUnit(rows)]).toEqual([
      ['甲局', 1],
      ['乙局', 1],
    ]);
  });
});
