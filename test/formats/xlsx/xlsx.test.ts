import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../../src/model/block.js';
import type { Doc } from '../../../src/model/doc.js';
import { gbt9704 } from '../../../src/layout/styles.js';
import { cellValue } from '../../../src/formats/xlsx/value.js';
import { writeXlsx } from '../../../src/formats/xlsx/workbook.js';
import { officialDoc } from '../../support/sample-doc.js';

const cell = (text: string): Cell => [{ kind: 'text', text }];
const strong = (text: string): Cell => [{ kind: 'strong', inlines: [{ kind: 'text', text }] }];

const table: Table = {
  kind: 'table',
  caption: '整改/进度[一]',
  columns: [
    { width: 1, align: 'left' },
    { width: 1, align: 'centre' },
    { width: 1, align: 'right' },
    { width: 1, align: 'right' },
  ],
  header: ['单位', '时限', '比率', '资金'].map(cell),
  rows: [
    ['甲', '2026年7月24日', '84.96%', '132.5'].map(cell),
    ['=1+1', '未报', '无', '007'].map(cell),
    [strong('合计'), cell(''), cell('84.96%'), cell('132.5')],
  ],
};
const doc: Doc = { ...officialDoc, blocks: [{ kind: 'landscape', blocks: [table, table] }], attachments: [] };

async function readBack(written: Doc = doc): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeXlsx(written, gbt9704)).buffer as ArrayBuffer);
  return book;
}

describe('a workbook', () => {
  it('is the same bytes for the same document', async () => {
    expect(await writeXlsx(doc, gbt9704)).toEqual(await writeXlsx(doc, gbt9704));
  });

  it('holds dates and numbers that can be counted with, and leaves words alone', async () => {
    const sheet = (await readBack()).worksheets[1];
    expect(sheet?.getRow(2).values).toEqual([undefined, '甲', new Date('2026-07-24T00:00:00Z'), 0.8496, 132.5]);
    expect(sheet?.getRow(3).values).toEqual([undefined, '=1+1', '未报', '无', '007']);
    expect(sheet?.getCell('C2').numFmt).toBe('0.00%');
  });

  it('keeps its header in view, on every printed page, and filters the rows above the totals', async () => {
    const book = await readBack();
    const sheet = book.worksheets[1];
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 });
    expect(sheet?.autoFilter).toBe('A1:D3');
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '1:1', fitToWidth: 1 });
    expect(book.worksheets.map(({ name }) => name)).toEqual(['说明', '整改进度一', '整改进度一2']);
  });
});

describe('the names of sheets', () => {
  it('are ones that Excel takes, and no two alike, whatever the captions are', async () => {
    const captions = ['（一）全区', 'History', 'history', 'A表', 'a表', '  ', '汇总'.repeat(40)];
    const tables = captions.map((caption) => ({ ...table, caption }));
    const names = (await readBack({ ...doc, blocks: tables })).worksheets.slice(1).map(({ name }) => name);
    expect(names).toHaveLength(captions.length);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(captions.length);
    for (const name of names) expect(name).toMatch(/^(?!history$).{1,31}$/i);
  });
});

describe('a matrix as a sheet', () => {
  const header: Cell = [
    { kind: 'text', text: '领导班子分析检查报告' },
    { kind: 'break' },
    { kind: 'text', text: '6月15日' },
  ];
  const matrix: Table = { ...table, header: [...table.header.slice(0, 3), header] };

  it('lets a long header wrap instead of widening its column, and keeps the line ends of a cell', async () => {
    const sheet = (await readBack({ ...doc, blocks: [matrix] })).worksheets[1];
    expect(sheet?.getCell('D1').value).toBe('领导班子分析检查报告\n6月15日');
    expect(sheet?.getColumn(4).width).toBe(10);
    expect(sheet?.getCell('A1').alignment.horizontal).toBe('center');
    expect(sheet?.getRow(1).height).toBe(4 * 16);
  });
});

describe('a printed cell read back', () => {
  it('is a number only where nothing is lost', () => {
    expect(['12', '-0.5', '1.1.2', '001', '12/12', '—', ''].map((text) => typeof cellValue(text).value)).toEqual([
      'number',
      'number',
      'string',
      'string',
      'string',
      'string',
      'string',
    ]);
  });
});
