import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/read/yaml/parse.js';
import { csvText, setField } from '../../../src/read/edit.js';
import { readCsv } from '../../../src/read/csv.js';
import type { Data } from '../../../src/model/data.js';
import type { Campaign } from '../../../src/model/campaign.js';
import type { Schema } from '../../../src/model/schema.js';
import { openSheets } from '../../../src/app/import/open-sheets.js';
import { readCell } from '../../../src/read/sheet/cell-value.js';
import { findHeader } from '../../../src/read/sheet/header.js';
import { fieldsOf } from '../../../src/read/sheet/lists.js';
import { readRows } from '../../../src/read/sheet/rows.js';
import { workbook } from '../../support/workbooks.js';

const ITEM: Schema = {
  properties: {
    no: { title: '序号', type: 'integer' },
    text: { title: '内容', type: 'string' },
    on: { title: '日期', type: 'string', format: 'date' },
    parts: { title: '协办', type: 'array', items: { type: 'string' } },
    money: {
      title: '资金',
      measure: '万元',
      anyOf: [
        { type: 'number', minimum: 0 },
        { type: 'string', enum: ['无', '未报'] },
      ],
    },
  },
};
const SCHEMA: Schema = { properties: { list: { title: '清单', type: 'array', items: ITEM } } };
const campaign = { year: 2026, sets: [] } as unknown as Campaign;

/** What a person can type in a cell: any characters but those that no file may hold, on one line, not a mere dash. */
const typed = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '').trim())
  .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/^[（(]?未报[）)]?$/.test(text) && !/_x[0-9a-f]{4}_/i.test(text));
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const entry = fc.record({
  no: fc.integer({ min: 1, max: 1_000_000 }),
  text: typed,
  on: day,
  parts: fc.array(
    typed.map((text) => text.replace(/[、；;，,]/g, '')).filter((text) => /\p{L}/u.test(text) && text === text.trim()),
    { minLength: 1, maxLength: 3 },
  ),
  money: fc.oneof(
    fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 10_000),
    fc.constantFrom('无'),
  ),
});

async function throughWorkbook(entries: readonly Data[]): Promise<readonly Data[]> {
  const rows = entries.map(({ no, text, on, parts, money }) => [
    Number(no),
    text as string,
    new Date(`${on as string}T00:00:00Z`),
    (parts as string[]).join('、'),
    money as number | string,
  ]);
  const bytes = await workbook({ 表: [['序号', '内容', '日期', '协办', '资金（万元）'], ...rows] });
  const [grid] = await openSheets(bytes, '表.xlsx');
  const list = { kind: null as never, key: 'list', label: '清单', fields: fieldsOf(ITEM, campaign) };
  const header = grid && findHeader(grid, list);
  if (!grid || !header) throw new Error('no header');
  const { records, findings } = readRows(grid, header, { file: '表', campaign, isForeign: () => false });
  expect(findings).toEqual([]);
  return records;
}

describe('records of any text', () => {
  it('come out of a workbook as they went in, and out of the CSV that keeps them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), async (entries) => {
        const records = await throughWorkbook(entries);
        expect(records).toEqual(entries);
        const recording = { places: new Map(), diagnostics: [], findCsv: () => null };
        expect(readCsv({ path: 'a.csv', text: csvText(records, ITEM) }, ITEM, '', recording)).toEqual(entries);
        expect(recording.diagnostics).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('stand in front matter as they went in, with what is around them untouched', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), typed, (entries, other) => {
        const before = { path: 'a.md', text: `---\n前: ${JSON.stringify(other)} # 注\n清单: []\n后: 1\n---\n\n正文\n` };
        const { text } = setField(before, SCHEMA, 'list', entries);
        expect(text.startsWith(before.text.slice(0, before.text.indexOf('清单')))).toBe(true);
        expect(text.endsWith('\n后: 1\n---\n\n正文\n')).toBe(true);
        const again = setField({ path: 'a.md', text }, SCHEMA, 'list', entries);
        expect(again.text).toBe(text);
        expect(parseYaml(text.split(/^---$/m)[1] ?? '', 'a.md', 0).diagnostics).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a cell that was typed', () => {
  const date: Schema = { type: 'string', format: 'date' };
  const count: Schema = {
    anyOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', enum: ['无', '不适用', '未报'] },
    ],
  };
  const read = (text: string, schema: Schema): unknown => {
    const reading = readCell({ content: { kind: 'text', text }, from: 'own' }, schema, campaign);
    return reading.kind === 'value' ? reading.value : reading.expected;
  };

  it.each([
    ['2026.5.3', '2026-05-03'],
    ['2026年5月3日', '2026-05-03'],
    ['2026/05/03', '2026-05-03'],
    ['２０２６－５－３', '2026-05-03'],
    ['2026。5。3', '2026-05-03'],
    ['20260503', '2026-05-03'],
    ['5月3日', '2026-05-03'],
    ['2026年2月30日', '日历上有的日期'],
    ['2026年5月', '日历上有的日期'],
    ['5.3', '日历上有的日期'],
    ['—', null],
    ['（未报）', null],
  ])('as a date: %s', (text, expected) => {
    expect(read(text, date)).toBe(expected);
  });

  it.each([
    ['1,146', 1146],
    ['１２', 12],
    ['无', '无'],
    ['（未报）', '未报'],
    ['12户', '整数'],
    ['1.5', '整数'],
    ['-3', '不小于0的整数'],
    ['84.96%', '整数'],
  ])('as a count: %s', (text, expected) => {
    expect(read(text, count)).toBe(expected);
  });

  it('keeps names as they are written', () => {
    for (const name of ['沈𬱟', '阎䶮', '阿斯木·托合提', '\uFA10'])
      expect(read(name, { type: 'string', refersTo: 'person' })).toBe(name);
  });
});
