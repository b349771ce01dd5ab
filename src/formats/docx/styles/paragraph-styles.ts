import type { MastheadFit } from '../../../layout/measure.js';
import { type Style } from '../../../model/style.js';
import { mmToPoints } from '../../../layout/units.js';
import { cellsToTwips, smallCellWidth, textWidth } from '../geometry.js';
import { headingIndent } from './numbering.js';
import { headingStyleId, styleIds } from './style-ids.js';
import { exactLine, type ParagraphFormat } from './style-xml.js';
import { volumeStyles } from '../volume/volume-styles.js';
import type { ParagraphStyle } from './style-xml.js';

/** The smallest exact line height that Word accepts, 0.7 pt; 22 lines leave 0.9 pt free on a page. */
const HAIRLINE = 0.7;
/**
 * Negative indents in twips: rounding may make a full-width masthead wider than the line. It is centred, so equal
 * indents do not move it.
 */
const MASTHEAD_OVERHANG = -200;
/**
 * Line height of the masthead in ems: with exact spacing the baseline is at 0.8 of the line, and a Han character is
 * 0.86 em high above it.
 */
export const MASTHEAD_LEADING = 1.075;

export interface StyleInput {
  readonly style: Style;
  readonly masthead: MastheadFit;
  /** The list of the heading styles; null if no heading is numbered. */
  readonly headingList: number | null;
  /** Distance from the line of 发文字号 to the red rule, and the thickness of the rule, in points. */
  readonly redRule: { readonly gap: number; readonly thickness: number };
  /** The cover of a volume, which also has contents; null for a single document. */
  readonly cover: { readonly titleSize: number } | null;
}

export function paragraphStyles(input: StyleInput): readonly ParagraphStyle[] {
  const { style } = input;
  return [
    ...textStyles(style),
    ...headingStyles(input),
    ...titleStyles(input),
    ...headStyles(input),
    ...closingStyles(style),
    ...tableStyles(style),
    ...footStyles(style),
    ...pageNumberStyles(style),
    ...(input.cover ? volumeStyles(style, input.cover.titleSize) : []),
    { id: styleIds.hairline, name: '节尾', paragraph: exactLine(HAIRLINE), run: { size: 1 } },
  ];
}

function textStyles(style: Style): readonly ParagraphStyle[] {
  const indented = { align: 'both', ...twoCellIndent(style) } as const;
  const kai = { face: style.faces.heading2 };
  const quoted = { ...indented, left: cellsToTwips(2, style), right: cellsToTwips(2, style) };
  return [
    { id: styleIds.body, name: '公文正文', paragraph: indented },
    { id: styleIds.flush, name: '顶格正文', paragraph: { align: 'both' } },
    { id: styleIds.centre, name: '居中正文', paragraph: { align: 'center' } },
    { id: styleIds.right, name: '居右正文', paragraph: { align: 'right' } },
    { id: styleIds.editorNote, name: '编者按', paragraph: indented, run: kai },
    { id: styleIds.quote, name: 'Quote', alias: '引文', paragraph: quoted, run: kai },
    { id: styleIds.picture, name: '图片', paragraph: { align: 'center', line: { points: 12, rule: 'auto' } } },
    {
      id: styleIds.chart,
      name: '图表',
      next: styleIds.chartCaption,
      paragraph: { align: 'center', keepNext: true, line: { points: 12, rule: 'auto' } },
      // The small font size keeps the line no higher than the chart on it.
      run: { size: 1 },
    },
    {
      id: styleIds.chartCaption,
      name: '图题',
      next: styleIds.body,
      paragraph: { align: 'center' },
      run: { face: style.faces.heading1, size: style.table.captionSize },
    },
  ];
}

function headingStyles({ style, headingList, cover }: StyleInput): readonly ParagraphStyle[] {
  const inVolume = cover !== null;
  const faces = [style.faces.heading1, style.faces.heading2, style.faces.body, style.faces.body];
  return ([1, 2, 3, 4] as const).map((level) => ({
    id: headingStyleId(level, inVolume),
    name: `heading ${inVolume ? level + 1 : level}`,
    next: styleIds.body,
    paragraph: {
      align: 'both' as const,
      ...headingIndent(style),
      keepNext: true,
      outline: inVolume ? level : level - 1,
      ...(headingList === null ? {} : { numbering: { list: headingList, level: level - 1 } }),
    },
    run: { face: faces[level - 1] ?? style.faces.body },
  }));
}

function titleStyles({ style, cover }: StyleInput): readonly ParagraphStyle[] {
  const run = { face: style.faces.title, size: style.size.title, spacing: 0 };
  const centred = { align: 'center', keepNext: true } as const;
  return [
    { id: styleIds.title, name: 'Title', alias: '公文标题', next: styleIds.body, paragraph: centred, run },
    {
      id: styleIds.articleTitle,
      name: '文章标题',
      basedOn: styleIds.title,
      next: styleIds.body,
      paragraph: { outline: cover === null ? 0 : 1 },
    },
    { id: styleIds.recipients, name: '主送机关', next: styleIds.body, paragraph: { align: 'both' } },
  ];
}

function headStyles({ style, masthead, redRule }: StyleInput): readonly ParagraphStyle[] {
  const { red } = style.head;
  const hei = { face: style.faces.heading1 };
  const rule = { eighths: Math.round(redRule.thickness * 8), colour: red };
  const overhang = { left: MASTHEAD_OVERHANG, right: MASTHEAD_OVERHANG };
  return [
    { id: styleIds.copyNumber, name: '份号' },
    { id: styleIds.classification, name: '密级和紧急程度', run: hei },
    {
      id: styleIds.masthead,
      name: '发文机关标志',
      paragraph: { align: 'center', ...overhang, ...exactLine(masthead.size * MASTHEAD_LEADING) },
      run: { face: style.faces.title, size: masthead.size, percent: masthead.percent, spacing: 0, colour: red },
    },
    { id: styleIds.issueNumber, name: '发文字号', paragraph: { align: 'center' } },
    { id: styleIds.upwardNumber, name: '发文字号和签发人', paragraph: { left: cellsToTwips(1, style) } },
    { id: styleIds.issuer, name: '编发单位和日期', paragraph: leftAndRightEnds(cellsToTwips(1, style), style) },
    {
      id: styleIds.redRule,
      name: '红色分隔线',
      paragraph: { ...exactLine(redRule.gap), bottomRule: rule },
      run: { size: 1 },
    },
    { id: styleIds.thickRule, name: '信函粗线', paragraph: filledRule(style.letter.thickMm, red), run: { size: 1 } },
    { id: styleIds.thinRule, name: '信函细线', paragraph: filledRule(style.letter.thinMm, red), run: { size: 1 } },
    { id: styleIds.draftLine, name: '稿本说明', paragraph: { align: 'center' }, run: { face: style.faces.heading2 } },
  ];
}

function closingStyles(style: Style): readonly ParagraphStyle[] {
  const right = { align: 'right', keepNext: true } as const;
  return [
    { id: styleIds.attachmentList, name: '附件说明', paragraph: { align: 'both' } },
    {
      id: styleIds.attachmentLabel,
      name: '附件序号',
      paragraph: { keepNext: true },
      run: { face: style.faces.heading1 },
    },
    { id: styleIds.organ, name: '署名', next: styleIds.date, paragraph: right },
    { id: styleIds.organRow, name: '联合署名', next: styleIds.date, paragraph: { align: 'left', keepNext: true } },
    { id: styleIds.stamp, name: '签名章', paragraph: { align: 'center', line: { points: 12, rule: 'auto' } } },
    { id: styleIds.attendance, name: '出席人员', paragraph: { align: 'both' } },
    { id: styleIds.date, name: '成文日期', paragraph: { align: 'right' } },
    { id: styleIds.remark, name: '附注', basedOn: styleIds.body },
  ];
}

function tableStyles(style: Style): readonly ParagraphStyle[] {
  const { table, size, faces } = style;
  const hei = faces.heading1;
  const text = { paragraph: exactLine(table.linePitch), run: { size: size.table, spacing: 0 } };
  const caption = { align: 'center', keepNext: true } as const;
  return [
    {
      id: styleIds.caption,
      name: 'caption',
      alias: '表题',
      paragraph: caption,
      run: { face: hei, size: table.captionSize },
    },
    { id: styleIds.tableText, name: '表格文字', ...text },
    { id: styleIds.tableCentre, name: '表格文字居中', basedOn: styleIds.tableText, paragraph: { align: 'center' } },
    { id: styleIds.tableRight, name: '表格文字居右', basedOn: styleIds.tableText, paragraph: { align: 'right' } },
    { id: styleIds.tableHead, name: '表头', basedOn: styleIds.tableText, paragraph: caption, run: { face: hei } },
    {
      id: styleIds.tableTightHead,
      name: '紧排表头',
      basedOn: styleIds.tableHead,
      paragraph: exactLine(table.tightPitch),
    },
  ];
}

function footStyles(style: Style): readonly ParagraphStyle[] {
  const inset = smallCellWidth(style);
  const run = { size: style.size.small };
  const line = exactLine(style.foot.linePitch);
  return [
    { id: styleIds.colophon, name: '版记', paragraph: { align: 'both', left: inset, right: inset, ...line }, run },
    { id: styleIds.colophonIssue, name: '版记印发', paragraph: { left: inset, ...line }, run },
    { id: styleIds.printRun, name: '报尾共印', basedOn: styleIds.colophon, paragraph: { align: 'right' } },
    { id: styleIds.outerRule, name: '版记粗线', paragraph: filledRule(style.foot.outerRuleMm), run: { size: 1 } },
    { id: styleIds.innerRule, name: '版记细线', paragraph: filledRule(style.foot.innerRuleMm), run: { size: 1 } },
  ];
}

/** A rule as a filled line of its thickness: LibreOffice drops a frame whose paragraphs have different borders. */
function filledRule(thickMm: number, colour = '000000'): ParagraphFormat {
  return { ...exactLine(mmToPoints(thickMm)), fill: colour };
}

function pageNumberStyles(style: Style): readonly ParagraphStyle[] {
  const { size } = style.pageNumber;
  const inset = cellsToTwips(1, style);
  const run = { face: style.faces.digits, size, spacing: 0 };
  const odd = { align: 'right', right: inset } as const;
  const even = { align: 'left', left: inset } as const;
  return [
    { id: styleIds.footer, name: 'footer', alias: '页码', paragraph: exactLine(pageNumberLine(style)), run },
    { id: styleIds.oddNumber, name: '单页码', basedOn: styleIds.footer, paragraph: odd },
    { id: styleIds.evenNumber, name: '双页码', basedOn: styleIds.footer, paragraph: even },
  ];
}

/** Line height of a page number in points. */
export function pageNumberLine(style: Style): number {
  return style.pageNumber.size + 2;
}

/** Two texts, left and right, separated by a tab. */
function leftAndRightEnds(inset: number, style: Style): ParagraphFormat {
  const right = textWidth(style, 'portrait') - inset;
  return { align: 'left', left: inset, tabs: [{ at: right, align: 'right' }] };
}

function twoCellIndent(style: Style): ParagraphFormat {
  return { firstLine: cellsToTwips(2, style), firstLineChars: 200 };
}
