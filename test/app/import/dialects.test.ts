import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSheets } from '../../../src/app/import/open-sheets.js';
import type { Grid } from '../../../src/read/sheet/grid.js';
import { shownText } from '../../../src/read/sheet/grid.js';
import { kindOfCode } from '../../../src/read/sheet/xlsx/number-formats.js';
import { workbook } from '../../support/workbooks.js';

type Files = Readonly<Record<string, string>>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET = 'xl/worksheets/sheet1.xml';
/** Day 46227 is 24 July 2026. */
const ROWS = [
  ['序号', '内容', '日期', '比率', '核验', '公式'],
  [1, '甲', new Date(Date.UTC(2026, 6, 24)), 0.8496, true, { formula: 'A2+1', result: 2 }],
  [
    2,
    { richText: [{ text: '乙' }, { text: '丙\n丁' }] },
    null,
    { error: '#N/A' },
    false,
    { formula: 'A3&""', result: '过半' },
  ],
];
const SHOWN = [
  ['序号', '内容', '日期', '比率', '核验', '公式'],
  ['1', '甲', '2026-07-24', '84.96%', '是', '2'],
  ['2', '乙丙\n丁', '2026-07-24', '显示为错误值 #N/A', '否', '过半'],
];

let files: Files = {};
beforeAll(async () => {
  const bytes = await workbook({ 台账: ROWS as never, 藏: [['一']] }, (sheet) => {
    if (sheet.name !== '台账') sheet.state = 'hidden';
    else {
      sheet.getCell('D2').numFmt = '0.00%';
      sheet.mergeCells('C2:C3');
    }
  });
  files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder().decode(part)]),
  );
});

async function read(changed: Files): Promise<readonly Grid[]> {
  return openSheets(
    zipSync(Object.fromEntries(Object.entries(changed).map(([path, text]) => [path, strToU8(text)]))),
    '台账.xlsx',
  );
}

function rewrite(change: (text: string, path: string) => string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text, path)]));
}

function renamed(from: string, to: string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path === from ? to : path, text]));
}

function shown(grid: Grid | undefined): readonly (readonly string[])[] {
  return (grid?.rows ?? []).map(({ cells }) => cells.map(shownText));
}

/** Gives every element of the main namespace the prefix `x`. */
function prefixed(text: string, path: string): string {
  if (!text.includes(`xmlns="${MAIN}"`)) return text;
  expect(path).toMatch(/^xl\//);
  return text.replace(/<(\/?)([A-Za-z]\w*)(?=[\s>/])/g, '<$1x:$2').replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`);
}

function strict(text: string): string {
  return text
    .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
    .replaceAll('http://schemas.openxmlformats.org/officeDocument/', 'http://purl.oclc.org/ooxml/officeDocument/');
}

describe('a workbook of another program', () => {
  const cases: readonly (readonly [string, () => Files])[] = [
    ['as most programs write it', () => files],
    ['with prefixed elements', () => rewrite(prefixed)],
    ['with strict namespaces', () => rewrite(strict)],
    ['with unknown parts', () => ({ ...files, 'xl/cellimages.xml': '<etc:cellImages', 'xl/wps/data.xml': '?' })],
    ['without addresses', () => rewrite((text) => text.replace(/<(row|c) r="\w+"/g, '<$1'))],
    [
      'with absolute targets',
      () => rewrite((text) => text.replaceAll('Target="worksheets/', 'Target="/xl/worksheets/')),
    ],
    ['with capitals in paths', () => renamed('xl/sharedStrings.xml', 'xl/SharedStrings.xml')],
  ];
  it.each(cases)('is read %s', async (_, variant) => {
    const grids = await read(Object.fromEntries(Object.entries(variant()).reverse()));
    expect(grids.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['台账', false],
      ['藏', true],
    ]);
    expect(shown(grids[0])).toEqual(SHOWN);
    expect(grids[0]?.rows[2]?.cells[2]?.from).toBe('above');
  });
});

describe('a cell in a sheet', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'an inline string',
      '<c t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c>',
      '甲 乙',
    ],
    ['a CDATA section', '<c t="str"><v><![CDATA[1<2]]></v></c>', '1<2'],
    ['escaped characters', '<c t="str"><v>甲_x000D__x000A_乙_x005F_x000D_</v></c>', '甲\n乙_x000D_'],
    ['a date in ISO form', '<c t="d"><v>2026-07-24T00:00:00</v></c>', '2026-07-24'],
    ['a formula whose result is empty', '<c t="str"><f>""</f><v></v></c>', ''],
    ['a formula without result', '<c><f>A1</f><v/></c>', '是公式，文件里没有存算好的数'],
    ['a missing shared string', '<c t="s"><v>999</v></c>', '指向的文字在文件里没有'],
    ['no number', '<c><v>一</v></c>', '存的不是数'],
  ];
  it.each(cases)('%s', async (_, cell, expected) => {
    const sheet = `<worksheet><sheetData><row><c><v>1</v></c>${cell}<c><v>2</v></c></row></sheetData></worksheet>`;
    const [grid] = await read({ ...files, [SHEET]: sheet });
    expect(shown(grid)).toEqual([['1', expected, '2']]);
  });

  it('is a date counted from 1904 where the workbook says so', async () => {
    const changed = rewrite((text) =>
      text.replace(/<workbookPr\b/, '<workbookPr date1904="1"').replace('<v>46227</v>', '<v>44765</v>'),
    );
    expect(shown((await read(changed))[0])).toEqual(SHOWN);
  });

  it('far from the others takes no space', async () => {
    const far = '<worksheet><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>';
    const [grid] = await read({ ...files, [SHEET]: far });
    expect(grid?.rows.map(({ number }) => number)).toEqual([1_048_576]);
  });
});

it('refuses a workbook that lists a sheet it does not contain', async () => {
  const { [SHEET]: _, ...others } = files;
  await expect(read(others)).rejects.toThrow('工作簿里没有“台账”表的内容');
});

describe('a number format', () => {
  it.each([
    ['General', 'number'],
    ['G/通用格式', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0"days"', 'number'],
    ['[Red]0.0_);\\d0', 'number'],
    ['0.00%', 'percent'],
    ['0"%"', 'number'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'date'],
    ['aaaa', 'date'],
  ])('%s shows a number as a %s', (code, kind) => {
    expect(kindOfCode(code)).toBe(kind);
  });
});
