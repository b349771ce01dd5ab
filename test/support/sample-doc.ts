import type { Block, Cell, Heading, HeadingLevel, Inline, Landscape, Paragraph, Table } from '../../src/model/block.js';
import type { Doc } from '../../src/model/doc.js';

/** Invented documents that between them use every part of `Doc`, for the tests of the writers. */

const text = (value: string): Inline => ({ kind: 'text', text: value });
const missing: Inline = { kind: 'missing', text: '（未报）' };

function paragraph(value: string, role: Paragraph['role'] = 'body'): Paragraph {
  return { kind: 'paragraph', role, inlines: [text(value)] };
}

function heading(level: HeadingLevel, number: string, value: string): Heading {
  return { kind: 'heading', level, number, inlines: [text(value)] };
}

const sentence =
  '各单位要坚持问题导向，把群众反映强烈的“办事难、办事慢、多头跑、来回跑”等问题作为整改重点，逐项明确责任领导、责任科室和完成时限；能当场解决的当场解决，不能当场解决的要在15个工作日内答复，并将办理情况报区活动办公室备案。';

function ledger(rows: number): Table {
  const cell = (value: string): Cell => [text(value)];
  return {
    kind: 'table',
    caption: '云岭管理区领导班子整改事项台账',
    columns: [
      { width: 6, align: 'centre' },
      { width: 30, align: 'left' },
      { width: 30, align: 'left' },
      { width: 14, align: 'centre' },
      { width: 14, align: 'centre' },
      { width: 10, align: 'right' },
    ],
    header: ['序号', '存在问题', '整改措施', '责任单位', '完成时限', '金额（万元）'].map(cell),
    rows: Array.from({ length: rows }, (_, index) => [
      cell(`${index + 1}`),
      cell('政务服务窗口午间无人值守，群众反映取号后等候时间过长'),
      index % 7 === 3 ? [missing] : cell('实行错时轮岗制度，午间保留不少于2个综合窗口，设置无障碍通道'),
      cell('区政务服务中心'),
      cell('2026年7月25日'),
      cell(`${(index + 1) * 13}.5`),
    ]),
  };
}

const landscape: Landscape = {
  kind: 'landscape',
  blocks: [paragraph('统计口径截至2026年6月30日。', 'note'), ledger(14)],
};

const bodyBlocks: readonly Block[] = [
  paragraph(
    '为深入开展“强服务、优作风”主题实践活动，根据区党工委、区管委会统一部署，结合我区实际，制定本方案。请认真贯彻执行。',
  ),
  heading(1, '一、', '总体要求'),
  paragraph(sentence),
  paragraph('评议中发出测评票133张，收回有效票113张，满意率84.96%，未达到85%的要求。'),
  heading(2, '（一）', '指导思想'),
  paragraph(sentence),
  heading(3, '1.', '基本原则'),
  paragraph('坚持开门搞活动，广泛听取意见；坚持边查边改，务求取得实效。'),
  heading(4, '（1）', '服务群众原则'),
  paragraph(sentence),
  heading(4, '（2）', '注重实效原则'),
  paragraph(sentence),
  heading(3, '2.', '目标任务'),
  {
    kind: 'paragraph',
    role: 'body',
    inlines: [
      text('走访群众1146户，收回问卷'),
      missing,
      text('份，'),
      { kind: 'strong', inlines: [text('重点')] },
      text('解决'),
      { kind: 'emphasis', inlines: [text('急难愁盼')] },
      text('问题。'),
    ],
  },
  heading(2, '（二）', '组织领导'),
  {
    kind: 'list',
    ordered: true,
    items: [
      { marker: '①', blocks: [paragraph('成立领导小组，由区党工委书记任组长，区管委会主任任副组长。')] },
      {
        marker: '②',
        blocks: [paragraph('领导小组下设办公室，负责日常工作。'), paragraph('办公室设在区党工委办公室。')],
      },
    ],
  },
  heading(1, '二、', '方法步骤'),
  heading(2, '（一）', '学习动员阶段（3月1日至4月10日）'),
  paragraph(sentence),
  ledger(3),
  paragraph('上表所列事项每月5日前更新。', 'note'),
  { kind: 'quote', blocks: [paragraph('群众利益无小事，一枝一叶总关情。')] },
  heading(2, '（二）', '查找问题阶段（4月11日至6月30日）'),
  paragraph(sentence),
  { kind: 'image', path: 'content/photo.png', alt: '区政务服务中心无障碍通道改造现场' },
  paragraph('图1　无障碍通道改造现场', 'centre'),
  heading(1, '三、', '工作要求'),
  paragraph(sentence),
  paragraph('以上请认真贯彻执行。'),
];

const marks = { copyNumber: '', classification: '', urgency: '' };
const drawn = { preprinted: false };

/** 下行文 with marks, attachments, a landscape table and a colophon. */
export const officialDoc: Doc = {
  properties: {
    title: '云岭管理区“强服务、优作风”主题实践活动实施方案',
    author: '中共云岭管理区工作委员会',
    subject: '主题实践活动',
    keywords: ['主题实践活动', '实施方案'],
    date: '2026-03-05',
    draft: false,
  },
  head: {
    kind: 'official',
    ...drawn,
    copyNumber: '000001',
    classification: '秘密★3年',
    urgency: '特急',
    organs: ['中共云岭管理区工作委员会'],
    suffix: '文件',
    number: '云区发〔2026〕12号',
    signers: [],
  },
  title: ['中共云岭管理区工作委员会', '关于印发“强服务、优作风”主题实践', '活动实施方案的通知'],
  recipients: ['各乡镇党委', '各管理处党组', '区直各单位', '派驻各单位'],
  blocks: [...bodyBlocks, landscape, paragraph('特此通知。')],
  attachments: [
    {
      number: 1,
      title: '云岭管理区“强服务、优作风”主题实践活动领导小组及其办公室组成人员名单',
      lines: ['云岭管理区主题实践活动', '领导小组组成人员名单'],
      blocks: [
        heading(1, '一、', '领导小组'),
        paragraph('组　长：阎䶮　区党工委书记'),
        paragraph('副组长：沈𬱟　区管委会主任'),
        heading(1, '二、', '办公室'),
        heading(2, '（一）', '综合组'),
        paragraph('负责文件起草、会议组织和信息报送。'),
      ],
      remark: '',
      orientation: 'portrait',
    },
    {
      number: 2,
      title: '整改事项台账',
      lines: ['整改事项台账'],
      blocks: [ledger(6)],
      remark: '',
      orientation: 'landscape',
    },
    { number: 3, title: '满意度测评表', lines: [], blocks: [], remark: '（另附）', orientation: 'portrait' },
  ],
  attendance: [],
  signOff: { kind: 'sealed', organs: ['中共云岭管理区工作委员会'], seals: [null], date: '2026年3月5日' },
  note: '此件公开发布',
  foot: {
    kind: 'colophon',
    sendTo: [],
    evenPage: false,
    copyTo: [
      '市委办公室',
      '市政府办公室',
      '市活动领导小组办公室',
      '区人大工委',
      '区政协工委',
      '区纪工委监察工委',
      '区人武部',
    ],
    printer: '中共云岭管理区工作委员会办公室',
    printedOn: '2026年3月6日',
  },
};

/** 上行文 of two organs, with signers. */
export const upwardDoc: Doc = {
  properties: {
    title: '关于2026年无障碍设施改造工作情况的报告',
    author: '云岭管理区民政局',
    subject: '无障碍设施改造',
    keywords: ['报告'],
    date: '2026-06-30',
    draft: false,
  },
  head: {
    kind: 'official',
    ...drawn,
    ...marks,
    organs: ['云岭管理区民政局', '云岭管理区残疾人联合会'],
    suffix: '文件',
    number: '云民呈〔2026〕7号',
    signers: ['阎䶮', '沈𬱟', '王小明'],
  },
  title: ['关于2026年无障碍设施改造', '工作情况的报告'],
  recipients: ['区党工委', '区管委会'],
  blocks: bodyBlocks.slice(0, 4),
  attachments: [
    {
      number: 1,
      title: '无障碍设施改造项目资金安排及工程进度情况统计表（截至2026年6月30日）',
      lines: ['无障碍设施改造项目', '资金安排及工程进度情况统计表'],
      blocks: [paragraph('资金总额132.5万元。'), ledger(2)],
      remark: '',
      orientation: 'portrait',
    },
  ],
  attendance: [],
  signOff: { kind: 'unsealed', organs: ['云岭管理区民政局', '云岭管理区残疾人联合会'], date: '2026年6月30日' },
  note: '联系人：李雁，联系电话：0000-1234567',
  foot: {
    kind: 'colophon',
    sendTo: [],
    evenPage: false,
    copyTo: ['区财政局'],
    printer: '云岭管理区民政局办公室',
    printedOn: '2026年7月1日',
  },
};

/** 简报 */
export const bulletinDoc: Doc = {
  properties: {
    title: '云岭管理区主题实践活动简报第3期',
    author: '云岭管理区主题实践活动领导小组办公室',
    subject: '简报',
    keywords: ['简报'],
    date: '2026-04-08',
    draft: false,
  },
  head: {
    kind: 'bulletin',
    ...drawn,
    ...marks,
    classification: '内部资料',
    name: '主题实践活动简报',
    issue: '第3期（总第57期）',
    issuer: '云岭管理区主题实践活动领导小组办公室',
    date: '2026年4月8日',
  },
  title: ['雁塘管理处冒雨走访受灾群众'],
  recipients: [],
  blocks: [
    paragraph('编者按：雁塘管理处把走访受灾群众作为检验活动成效的第一现场，现将其做法刊发，供各单位参考。', 'note'),
    ...bodyBlocks.slice(0, 6),
    heading(0, '', '石磴管理处把窗口搬到村里'),
    ...bodyBlocks.slice(0, 4),
  ],
  attachments: [],
  attendance: [],
  signOff: null,
  note: '',
  foot: {
    kind: 'bulletin',
    lines: [
      { label: '报', names: ['市活动领导小组办公室', '区党工委、区管委会领导同志'] },
      { label: '送', names: ['区人大工委', '区政协工委', '区活动领导小组各成员单位'] },
      { label: '发', names: ['各乡镇党委', '各管理处', '区直各单位', '派驻各单位', '各村党支部', '区属各企业'] },
    ],
    printRun: '120',
  },
};

/** A draft without a red head, with holes where nothing was reported. */
export const draftDoc: Doc = {
  properties: {
    title: '石磴管理处分析检查报告',
    author: '石磴管理处',
    subject: '',
    keywords: [],
    date: '',
    draft: true,
  },
  head: { kind: 'plain', ...marks, line: '（征求意见稿）' },
  title: ['石磴管理处领导班子', '分析检查报告'],
  recipients: [],
  blocks: [
    { kind: 'paragraph', role: 'centre', inlines: [text('（2026年'), missing, text('）')] },
    heading(1, '', '前言'),
    { kind: 'paragraph', role: 'body', inlines: [missing] },
    heading(1, '一、', '存在问题'),
    ...bodyBlocks.slice(2, 14),
    { kind: 'page-break' },
    paragraph('附页说明。', 'right'),
  ],
  attachments: [],
  attendance: [],
  signOff: null,
  note: '',
  foot: { kind: 'none' },
};

/** 函, with a mark above the 版心, copies below and a seal that is printed. */
export const letterDoc: Doc = {
  ...officialDoc,
  head: {
    kind: 'letter',
    ...drawn,
    ...marks,
    urgency: '加急',
    organ: '云岭管理区管理委员会',
    number: '云管函〔2026〕18号',
  },
  title: ['关于商请协助开展跨区办事“一窗受理”的函'],
  recipients: ['青澜市政务服务管理局'],
  blocks: [paragraph(sentence), paragraph(sentence), paragraph('专此函商，请予支持并函复。')],
  attachments: [],
  signOff: {
    kind: 'sealed',
    organs: ['云岭管理区管理委员会'],
    seals: [{ kind: 'image', path: 'content/photo.png', alt: '云岭管理区管理委员会印章' }],
    date: '2026年5月12日',
  },
  foot: { kind: 'letter', sendTo: [], copyTo: ['市政务服务管理局', '区政务服务中心'] },
};

/** 命令（令） with the stamps of two organs, one of them printed. */
export const orderDoc: Doc = {
  ...officialDoc,
  head: {
    kind: 'order',
    ...drawn,
    ...marks,
    organs: ['云岭管理区管理委员会'],
    suffix: '令',
    number: '第3号',
  },
  title: [],
  recipients: [],
  blocks: [paragraph('《云岭管理区政务公开办法》已经讨论通过，现予公布，自2026年9月1日起施行。')],
  attachments: [],
  signOff: {
    kind: 'stamped',
    signers: [
      {
        post: '云岭管理区管理委员会主任',
        name: '沈𬱟',
        stamp: { kind: 'image', path: 'content/photo.png', alt: '沈𬱟签名章' },
      },
      { post: '云岭管理区人民武装部部长', name: '王小明', stamp: null },
    ],
    date: '2026年8月20日',
  },
  note: '',
};

/** 纪要 with those who came, were excused and sat in. */
export const minutesDoc: Doc = {
  ...officialDoc,
  head: {
    kind: 'minutes',
    ...drawn,
    ...marks,
    name: '云岭管理区管理委员会专题会议纪要',
    number: '第7期',
    issuer: '云岭管理区管理委员会办公室',
    date: '2026年4月20日',
  },
  title: ['关于干渠应急抢修工作的会议纪要'],
  recipients: [],
  blocks: [paragraph(sentence), paragraph(sentence)],
  attachments: [],
  attendance: [
    {
      label: '出席',
      names: ['区发展改革和经济信息化局闻启明', '区住房城乡建设局高树', '芦湾管理处江一苇、乔木', '区财政局蓝天'],
    },
    { label: '请假', names: ['云岭供电所雷鸣'] },
    { label: '列席', names: ['区纪工委方正', '区第一指导检查组冯远山'] },
  ],
  signOff: null,
  note: '',
};

/** Seven organs under one document, the last alone in its row. */
export const jointDoc: Doc = {
  ...officialDoc,
  head: {
    kind: 'official',
    ...drawn,
    ...marks,
    organs: ['云岭管理区民政局', '云岭管理区残疾人联合会', '云岭管理区财政局'],
    suffix: '文件',
    number: '云民发〔2026〕9号',
    signers: [],
  },
  attachments: [],
  blocks: bodyBlocks.slice(0, 4),
  signOff: {
    kind: 'sealed',
    organs: ['区民政局', '区残联', '区财政局', '区教育局', '区卫生健康局', '区人社局', '区住建局'],
    seals: [null, null, null, null, null, null, null],
    date: '2026年3月5日',
  },
  foot: {
    kind: 'colophon',
    sendTo: ['各乡镇人民政府', '各管理处', '区直各单位'],
    evenPage: true,
    copyTo: ['区人大工委'],
    printer: '云岭管理区民政局办公室',
    printedOn: '2026年3月6日',
  },
};

export const sampleDocs = {
  official: officialDoc,
  upward: upwardDoc,
  bulletin: bulletinDoc,
  draft: draftDoc,
  letter: letterDoc,
  order: orderDoc,
  minutes: minutesDoc,
  joint: jointDoc,
} as const;

/** A grey picture of 640 × 360 pixels, by the path the samples use. */
export const sampleImages: ReadonlyMap<string, Uint8Array> = new Map([
  [
    'content/photo.png',
    Uint8Array.from(
      atob(
        'iVBORw0KGgoAAAANSUhEUgAAAoAAAAFoCAMAAADw7LpjAAAABGdBTUEAALGPC/xhBQAAAAZQTFRFqqqqVVVVsxsVIAAAAAd0SU1FB+oLFwsPIQaxLwMAAAJNSURBVHja7dIxAQAACMAg7V/aFu6BDMwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAvFoICUhKQFICkhKQlICkBCQlICkBSQlISkBSApISkJSApAQkJSApAUkJSEpAUgKSEpCUgKQEJCUgKQFJCUhKQFICkhKQlICkBCQlICkBSQlISkBSApISkJSApAQkJSApAUkJSEpAUgKSEpCUgKQEJCUgKQFJCUhKQFICkhKQlICkBCQlICkBSQlISkBSApISkJSApAQkJSApAUkJSEpAUgKSEpCUgKQEJCUgKQFJCUhKQFICkhKQlICkBCQlICkBSQlISkBSApISkJSApAQkJSApAUkJSEpAUgKSEpCUgKQEJCUgKQFJCUhKQFICkhKQlICkBCQlICkBSQlISkBSApISkJSApAQkJSApAUkJSEpAUgKSEpCUgKQEJCUgKQFJCUhKQFICkhKQlICkBCQlICkBSQlISkBSApISkJSApAQkJSApAUkJSEpAUgKSEpCUgKQEJCUgKQFJCUhKQFICkhKQlICkBCQlICkBSQlISkBSApISkJSApAQkJSApAUkJSEpAUgKSEpCUgKQEJCUgKQFJCUhKQFICkhKQlICkBCQlICkBSQlISkBSApISkJSApAQkJSApAUkJSEpAUgKSEpCUgKQEJCUgKQFJCUjqAMJG5RC34IKFAAAAJXRFWHRkYXRlOmNyZWF0ZQAyMDI2LTExLTIzVDExOjE1OjMyKzAwOjAwTzKZ5AAAACV0RVh0ZGF0ZTptb2RpZnkAMjAyNi0xMS0yM1QxMToxNTozMiswMDowMD5vIVgAAAAASUVORK5CYII=',
      ),
      (character) => character.charCodeAt(0),
    ),
  ],
]);
