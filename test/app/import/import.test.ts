import { describe, expect, it } from 'vitest';
import { createCompose } from '../../../src/compose/document.js';
import { recordsAt } from '../../../src/model/data.js';
import type { Data } from '../../../src/model/data.js';
import { gbt9704 } from '../../../src/layout/styles.js';
import { writeXlsx } from '../../../src/formats/xlsx/workbook.js';
import { gb18030 } from '../../support/gb18030.js';
import { importInto, imported } from '../../support/importing.js';
import { workbook } from '../../support/workbooks.js';
import type { Rows } from '../../support/workbooks.js';
import { loadSample } from '../../support/sample.js';

const LEDGER = ['ledger.md', 'ledger.csv'];
const OPINIONS = ['opinions.md', 'opinions.csv'];

/** A ledger as units keep it: a title, who filled it in, line breaks and marks in the header, a total, a signature. */
const KEPT: Rows = [
  ['芦湾管理处整改落实台账'],
  ['填报人：贝思雨', null, '截止日期：2026年8月31日'],
  ['序 号', '整改内容', '整改\n状态*', '整改进展', '佐证材料', '完成时间', '核验人'],
  [1, '去向牌', '已完成', '去向牌全部启用', '照片', new Date(Date.UTC(2026, 6, 24)), '桂守田'],
  ['２', '轮值表', '已完成', '轮值表执行\n首接登记204个', '轮值表', '2026.7.27', '桂守田'],
  ['3', '告知单', ' 推进中', 0.8, '', '—', null],
  [4, '取消清单', '推近中', '过半', null, null, null],
  ['合计', null, null, null, null, null, null],
  ['审核人：桂守田'],
];

describe('a ledger from a workbook', () => {
  it('becomes the records of the document, row by row', async () => {
    const { records, said, project } = await imported({ bytes: await workbook({ 台账: KEPT }), without: LEDGER });
    expect(records('ledger', 'entries')).toEqual([
      row(1, '已完成', '去向牌全部启用', '照片', '2026-07-24', '桂守田'),
      row(2, '已完成', '轮值表执行；首接登记204个', '轮值表', '2026-07-27', '桂守田'),
      row(3, '推进中', '0.8', null, null, null),
    ]);
    expect(said.filter((line) => line.startsWith('error'))).toEqual([
      'error C7 写的是“推近中”，“状态”应是已完成、推进中、长期坚持、结转下一批之一；这一行没有导入',
    ]);
    const ledger = project.entries.find(({ id }) => id === 'units/luwan/ledger');
    expect([ledger?.draft, ledger?.data['keeper'], ledger?.data['asOf']]).toEqual([true, '贝思雨', '2026-08-31']);
  });

  it('feeds two documents where it holds both, and says what neither can use', async () => {
    const both: Rows = [
      [
        '序号',
        '问题编号',
        '整改内容',
        '整改目标',
        '整改措施',
        '责任人',
        '责任单位',
        '整改时限',
        '难易程度',
        '状态',
        '进展',
        '备注',
        '资金（万元）',
      ],
      [
        1,
        'Ｐ１',
        '清淤',
        '通水',
        '逐段清',
        '葛长河',
        '水利农技站',
        '2026年8月3日',
        '限期整改',
        '推进中',
        '过半',
        '无',
        '1,132.5万元',
      ],
    ];
    const { records, said } = await imported({
      bytes: await workbook({ 表一: both }),
      without: [...LEDGER, 'rectification.md', 'rectification.csv'],
    });
    const [item] = records('rectification', 'items');
    expect([item?.['problem'], item?.['deadline'], item?.['money']]).toEqual(['P1', '2026-08-03', 1132.5]);
    expect(records('ledger', 'entries')).toHaveLength(1);
    expect(said).toEqual(['info L1 “备注”这一列用不上，没有导入']);
  });

  it('reads a header of two rows, and takes a value that is merged downwards for each of its rows', async () => {
    const stacked: Rows = [
      ['序号', '整改情况', null, '核验', null],
      [null, '状态', '进展', '核验人', '销号日期'],
      [1, '已完成', '办结', '桂守田', '2026-07-24'],
      [2, '已完成', '办结', null, '2026/7/25'],
    ];
    const bytes = await workbook({ 台账: stacked }, (sheet) => {
      for (const area of ['A1:A2', 'B1:C1', 'D1:E1', 'D3:D4']) sheet.mergeCells(area);
    });
    const { records } = await imported({ bytes, without: LEDGER });
    expect(
      records('ledger', 'entries').map((entry) => [entry['item'], entry['verifiedBy'], entry['closedOn']]),
    ).toEqual([
      [1, '桂守田', '2026-07-24'],
      [2, '桂守田', '2026-07-25'],
    ]);
  });

  it('takes what a formula came to, and says where nothing was kept of it', async () => {
    const rows: Rows = [
      ['序号', '状态', '进展'],
      [{ formula: '1+0', result: 1 }, '推进中', { formula: 'A1&"x"', result: '过半' }],
      [{ formula: 'A2+1' }, '推进中', '过半'],
    ];
    const { records, said } = await imported({ bytes: await workbook({ 台账: rows }), without: LEDGER });
    expect(records('ledger', 'entries')).toEqual([row(1, '推进中', '过半', null, null, null)]);
    expect(said).toEqual([expect.stringMatching(/^error A3 是公式，文件里没有存算好的数，“序号”应是一个值/)]);
  });

  it('takes hidden rows with a remark', async () => {
    const rows: Rows = [
      ['序号', '状态', '进展'],
      [1, '推进中', '过半'],
    ];
    const bytes = await workbook({ 台账: rows }, (sheet) => {
      sheet.getRow(2).hidden = true;
    });
    const { records, said } = await imported({ bytes, without: LEDGER });
    expect(records('ledger', 'entries')).toHaveLength(1);
    expect(said).toEqual(['info A2 这一行在表里是隐藏的，也导入了']);
  });

  it('reads two documents from the sheets of one workbook', async () => {
    const opinions: Rows = [
      ['序号', '征求渠道', '征求时间', '意见内容', '意见类别', '处理方式'],
      ['Y1', '座谈会', '2026-03-27', '修渠别挑抽穗的时候', '服务发展', '采纳'],
    ];
    const { records } = await imported({
      bytes: await workbook({ 整改台账: KEPT, 征求意见: opinions }),
      without: [...LEDGER, ...OPINIONS],
    });
    expect(records('ledger', 'entries')).toHaveLength(3);
    expect(records('opinions', 'entries')).toHaveLength(1);
  });
});

function row(item: number, state: string, progress: string, ...rest: readonly (string | null)[]): object {
  const [evidence = null, closedOn = null, verifiedBy = null] = rest;
  return { item, state, progress, evidence, closedOn, verifiedBy };
}

describe('ballots from a workbook', () => {
  it('are counts under the grades of the set, kept in the document itself', async () => {
    const rows: Rows = [
      [
        '轮次',
        '测评类别',
        '测评日期',
        '测评方式',
        '发出',
        '收回',
        '有效',
        '满意（票）',
        '基本满意',
        '不满意',
        '满意率',
      ],
      [1, '干部职工评班子', '2026.9.10', '会议', 43, 43, '42', 31, 9, 2, 0.9524],
      [2, '干部职工评班子', '2026.9.20', '会议', 43, 43, '90%', 31, 9, 2, 0.9524],
    ];
    const { records, said } = await imported({ bytes: await workbook({ 测评: rows }), without: ['survey.md'] });
    expect(records('survey', 'rounds')).toMatchObject([
      { round: 1, on: '2026-09-10', valid: 42, counts: { 满意: 31, 基本满意: 9, 不满意: 2 } },
    ]);
    expect(said).toEqual([
      'info K1 “满意率”这一列用不上，没有导入',
      'error G3 写的是“90%”，“有效”应是整数；这一行没有导入',
    ]);
  });
});

describe('a CSV file', () => {
  const text = '编号,渠道,日期,原文,类别,处理\r\nY1,座谈会,2026/3/27,"干渠,下段渗漏",服务发展,采纳\r\n';
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['GB18030', gb18030(text)],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer))],
  ];
  it.each(cases)('is read in %s', async (_, bytes) => {
    const { records } = await imported({ bytes, file: '登记册.csv', without: OPINIONS });
    expect(records('opinions', 'entries')).toMatchObject([
      { id: 'Y1', verbatim: '干渠,下段渗漏', receivedOn: '2026-03-27' },
    ]);
  });
});

describe('what is there already', () => {
  it('is named before anything replaces it, and left alone where the table says the same', async () => {
    const { result } = await imported({ bytes: await workbook({ 台账: KEPT }) });
    expect(result.replaced).toEqual(['content/units/luwan/ledger.csv']);
    expect(result.files.map(({ path }) => path)).toEqual(['content/units/luwan/ledger.csv']);
  });

  it('keeps every other line of a document whose list stands in it', async () => {
    const rows: Rows = [
      ['编号', '类别', '对照', '指向', '表现', '例证', '来源'],
      ['P1', '服务发展', '对照先进地区', '班子', '站点少', '18个村中11个没有', 'Q2、专题调研'],
    ];
    const { result, records } = await imported({ bytes: await workbook({ 问题清单: rows }), unit: 'qixiangzhan' });
    const [file] = result.files;
    expect(result.replaced).toEqual(['content/units/qixiangzhan/problems.md 的“问题”']);
    expect(records('problems', 'problems')).toMatchObject([{ id: 'P1', sources: ['Q2', '专题调研'] }]);
    const kept = (text: string): readonly string[] => text.split('\n').filter((line) => !line.includes('编号: P'));
    expect(kept(file?.text ?? '')).toEqual(kept(file?.before ?? ''));
  });
});

describe('what is there and cannot be read', () => {
  const sheet = '序号,状态,进展\n1,已完成,旧的\n';
  const document = '---\n状态: 草稿\n进展: ./ledger.csv\n---\n';
  const cases: readonly (readonly [string, string, Uint8Array])[] = [
    ['a list in GBK', 'ledger.csv', gb18030(sheet)],
    ['a document in GBK', 'ledger.md', gb18030(document)],
    ['a list of more than 1 MB', 'ledger.csv', new TextEncoder().encode(sheet + '2,已完成,旧的\n'.repeat(60_000))],
  ];
  it.each(cases)('%s is not replaced', async (_, name, bytes) => {
    const outcome = await importInto({ bytes: await workbook({ 台账: KEPT }), having: { [name]: bytes } });
    expect(outcome).toMatch(new RegExp(`^content/units/luwan/${name} 已经有了，但是读不了.*UTF-8.*再导入`));
  });
});

describe('the mark by which Excel knows UTF-8', () => {
  const cases = [
    ['stays', '\uFEFF'],
    ['is not added', ''],
  ] as const;
  it.each(cases)('%s', async (_, mark) => {
    const sheet = new TextEncoder().encode(`${mark}序号,状态,进展\n1,已完成,旧的\n`);
    const { written, records } = await imported({
      bytes: await workbook({ 台账: KEPT }),
      having: { 'ledger.csv': sheet },
    });
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(written('ledger.csv'))).toMatch(
      new RegExp(`^${mark}序号,`),
    );
    expect(records('ledger', 'entries')).toHaveLength(3);
  });
});

describe('our own roll-up', () => {
  it('gives each unit its own entries back', async () => {
    const { value: project } = await loadSample();
    const entry = project?.entries.find(({ id }) => id === 'rollups/rollup-ledger');
    const doc = project && entry ? createCompose(project)(entry).value : null;
    if (!doc) throw new Error('there is no roll-up of ledgers');
    const bytes = await writeXlsx(doc, gbt9704);
    for (const unit of ['luwan', 'fagai-jingxin']) {
      const { records, said } = await imported({ bytes, unit, kind: 'ledger' });
      const before = recordsAt(project?.entries.find(({ id }) => id === `units/${unit}/ledger`)?.data ?? {}, 'entries');
      const kept = ({ item, state, progress, closedOn }: Data): unknown => [item, state, progress, closedOn];
      expect(records('ledger', 'entries').map(kept)).toEqual(before.map(kept));
      expect(said.filter((line) => line.startsWith('error'))).toEqual([]);
    }
  }, 60_000);
});
