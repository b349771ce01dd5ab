import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openSheets } from '../../../src/app/import/open-sheets.js';
import { WorkbookError } from '../../../src/read/sheet/workbook-error.js';
import { workbook } from '../../support/workbooks.js';

async function refusal(bytes: Uint8Array, file = '台账.xlsx'): Promise<string> {
  try {
    await openSheets(bytes, file);
    return '';
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return error.message;
  }
}

const SHEET = 'xl/worksheets/sheet1.xml';

/** A sound workbook with the markup of one part changed. */
async function tampered(change: (markup: string) => string, part = SHEET): Promise<Uint8Array> {
  const parts = unzipSync(await workbook({ 台账: [['序号', '状态']] }));
  return zipSync({ ...parts, [part]: strToU8(change(new TextDecoder().decode(parts[part]))) });
}

/** Rows and cells of the sheets of a sound workbook. */
async function sizesOf(bytes: Uint8Array): Promise<readonly (readonly number[])[]> {
  const grids = await openSheets(bytes, '台账.xlsx');
  return grids.map(({ rows }) => rows.map(({ cells }) => cells.length));
}

describe('a file that is not what its name says', () => {
  const cases: readonly (readonly [string, Uint8Array, string, RegExp])[] = [
    ['an old .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), '台账.xlsx', /旧式的 \.xls.*另存为/],
    ['a web page', strToU8('<html><table><tr><td>序号</td></tr></table></html>'), '台账.xls', /改了名的网页/],
    ['a text', strToU8('序号,状态\n1,已完成\n'), '台账.xlsx', /不是 \.xlsx 工作簿/],
    ['another kind of ZIP', zipSync({ 'word/document.xml': strToU8('<w/>') }), '台账.xlsx', /里面没有工作表/],
    ['nothing', new Uint8Array(), '台账.xlsx', /不是 \.xlsx/],
    ['bytes', Uint8Array.from({ length: 64 }, (_, index) => index), '台账.csv', /乱码/],
    ['an open quotation', strToU8('序号,状态\n"1,已完成\n'), '台账.csv', /引号/],
  ];
  it.each(cases)('%s', async (_, bytes, file, expected) => {
    expect(await refusal(bytes, file)).toMatch(expected);
  });

  it('a workbook called .csv', async () => {
    expect(await refusal(await workbook({ 台账: [['序号']] }), '台账.csv')).toMatch(/改回 \.xlsx/);
  });

  it('half a workbook', async () => {
    const bytes = await workbook({ 台账: [['序号']] });
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toMatch(/不完整|损坏/);
  });
});

describe('a file made to harm', () => {
  it('is not unpacked beyond what a unit can have typed', async () => {
    const huge = { [SHEET]: new Uint8Array(80 * 2 ** 20), 'xl/workbook.xml': strToU8('<workbook/>') };
    expect(await refusal(zipSync(huge, { level: 1 }))).toMatch(/上限|压缩炸弹/);
  });

  it('is not believed about its own size', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'.repeat(1000)) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 12, true);
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 12, true);
    }
    expect(await refusal(bytes)).toMatch(/压缩炸弹/);
  });

  it('is not read where whole columns are merged or filled', async () => {
    const merged = (markup: string): string =>
      markup.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>');
    expect(await refusal(await tampered(merged))).toMatch(/合并单元格的范围太大/);
    const disguised = (markup: string): string =>
      markup.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A1:XFD&#49;048576"/></mergeCells>');
    expect(await refusal(await tampered(disguised))).toMatch(/合并单元格的范围太大/);
    const filled = (markup: string): string =>
      markup.replace('<sheetData>', `<sheetData><row>${'<c/>'.repeat(400_001)}</row>`);
    expect(await refusal(await tampered(filled))).toMatch(/单元格超过/);
    const typed = (markup: string): string => `<!DOCTYPE a [<!ENTITY b "b">]>${markup}`;
    expect(await refusal(await tampered(typed))).toMatch(/文档类型/);
  });

  it('does not make a reader count to the end of the world', async () => {
    const far = (markup: string): string =>
      markup.replace('</sheetData>', '<row r="4294967294"><c r="A4294967294"><v>1</v></c></row></sheetData>');
    expect(await refusal(await tampered(far))).toMatch(/行号超出/);
    const wide = (last: number) => (markup: string) =>
      markup.replace('<sheetData>', `<cols><col min="1" max="${last}" width="9"/></cols><sheetData>`);
    for (const last of [5000, 4_294_967_295]) expect(await sizesOf(await tampered(wide(last)))).toEqual([[2]]);
    const named = (area: string) => (markup: string) =>
      markup.replace('</sheets>', `</sheets><definedNames><definedName name="a">${area}</definedName></definedNames>`);
    for (const area of ['台账!$A$1:$B$2', '台账!$A$1:$XFD$1048576'])
      expect(await sizesOf(await tampered(named(area), 'xl/workbook.xml'))).toEqual([[2]]);
  });

  it('at random never does more than be refused', async () => {
    const sound = await workbook({
      台账: [
        ['序号', '状态'],
        [1, '已完成'],
      ],
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 8 }), async (changes) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        expect(typeof (await refusal(bytes))).toBe('string');
      }),
      { numRuns: 60 },
    );
  });
});
