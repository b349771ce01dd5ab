import { describe, expect, it } from 'vitest';
import type { Doc } from '../../../src/model/doc.js';
import { writeText } from '../../../src/formats/text/document.js';
import { bulletinDoc, draftDoc, officialDoc, sampleDocs } from '../../support/sample-doc.js';

const text = (value: string) => ({ kind: 'text', text: value }) as const;
const marks = { copyNumber: '', classification: '', urgency: '' };

const doc: Doc = {
  properties: { title: '通知', author: '甲局', subject: '', keywords: [], date: '2026-03-05', draft: false },
  head: {
    kind: 'official',
    preprinted: false,
    ...marks,
    organs: ['甲局', '乙局'],
    suffix: '文件',
    number: '甲发〔2026〕1号',
    signers: [],
  },
  title: ['关于开展活动的', '通知'],
  recipients: ['各科室'],
  blocks: [
    { kind: 'heading', level: 1, number: '一、', inlines: [text('要求')], span: { path: 'a.md', start: 1, end: 2 } },
    {
      kind: 'paragraph',
      role: 'body',
      inlines: [
        text('共'),
        { kind: 'missing', text: '（未报）' },
        { kind: 'strong', inlines: [text('重点')] },
        { kind: 'break' },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: [{ marker: '①', blocks: [{ kind: 'paragraph', role: 'body', inlines: [text('第一项')] }] }],
    },
    {
      kind: 'landscape',
      blocks: [
        {
          kind: 'table',
          caption: '台账',
          columns: [
            { width: 1, align: 'centre' },
            { width: 3, align: 'left' },
          ],
          header: [[text('序号')], [text('问题')]],
          rows: [[[text('1')], [{ kind: 'emphasis', inlines: [text('等候')] }]]],
        },
      ],
    },
    { kind: 'quote', blocks: [{ kind: 'page-break' }] },
    { kind: 'image', path: 'a.png', alt: '图' },
  ],
  attachments: [
    { number: 1, title: '名单', lines: ['名单'], blocks: [], remark: '', orientation: 'portrait' },
    { number: 2, title: '表', lines: [], blocks: [], remark: '（另附）', orientation: 'landscape' },
  ],
  attendance: [],
  signOff: { kind: 'unsealed', organs: ['甲局', '乙局'], date: '2026年3月5日' },
  note: '此件公开发布',
  foot: {
    kind: 'colophon',
    sendTo: [],
    evenPage: false,
    copyTo: ['丙局', '丁局'],
    printer: '甲局办公室',
    printedOn: '2026年3月6日',
  },
};

const expected = `【属性】
题名：通知
责任者：甲局
成文日期：2026-03-05
状态：定稿

【版头　公文】
发文机关标志：甲局文件
发文机关标志：乙局文件
发文字号：甲发〔2026〕1号

【标题】
关于开展活动的
通知

【主送】
各科室

【正文】
标题1　一、要求
段落　共⟦（未报）⟧**重点**⏎
有序列表
  项　①
    段落　第一项
横排页
  表格　台账
    栏宽　1中 3左
    表头　序号 | 问题
    行　1 | *等候*
引文
  另起一页
图片　a.png　图

【附件说明】
1.名单
2.表（另附）

【落款　不盖章】
甲局
乙局
2026年3月5日

【附注】
此件公开发布

【附件1　竖排页】
标题　名单

【版记　公文】
抄送：丙局，丁局
印发机关：甲局办公室
印发日期：2026年3月6日
`;

describe('the text dump', () => {
  it('shows every part of a document', () => {
    expect(writeText(doc)).toBe(expected);
  });

  it('does not show where a text came from', () => {
    const moved = {
      ...doc,
      blocks: doc.blocks.map((block) => ({ ...block, span: { path: 'b.md', start: 8, end: 9 } })),
    };
    expect(writeText(moved)).toBe(expected);
  });

  it('keeps one line for each thing, whatever line ends a text holds', () => {
    const blocks = [{ kind: 'paragraph', role: 'body', inlines: [text('甲\n乙')] }] as const;
    expect(writeText({ ...doc, blocks })).toContain('段落　甲↵乙\n');
  });

  it('shows the head and the foot of a bulletin', () => {
    const dump = writeText(bulletinDoc);
    expect(dump).toContain(
      '【版头　简报】\n密级和保密期限：内部资料\n名称：主题实践活动简报\n期号：第3期（总第57期）\n',
    );
    expect(dump).toContain('【版记　简报】\n报：市活动领导小组办公室，区党工委、区管委会领导同志\n');
    expect(dump.endsWith('印数：120\n')).toBe(true);
  });

  it('says of a draft that it is one', () => {
    expect(writeText(draftDoc)).toContain('状态：草稿\n\n【版头　无红头】\n稿本：（征求意见稿）\n');
  });

  it.each(Object.entries(sampleDocs))('ends %s in one line end and leaves none empty inside a part', (_, sample) => {
    expect(writeText(sample)).toMatch(/[^\n]\n$/);
    expect(writeText(sample)).not.toMatch(/\n\n\n/);
  });

  it('shows every attachment that is bound in', () => {
    expect(writeText(officialDoc)).toMatch(/【附件1　竖排页】[^]*【附件2　横排页】/);
  });
});
