import type { Geometry, Style } from '../model/style.js';

/** The general format (通用格式) of GB/T 9704-2012 with its literal margins. */
export const gbt9704: Style = {
  name: 'gbt9704-2012',
  page: {
    widthMm: 210, // 5.1
    heightMm: 297, // 5.1
    topMm: 37, // 5.2.1
    bottomMm: 35, // 5.2.1: 297 − 37 − 225
    leftMm: 28, // 5.2.1
    rightMm: 26, // 5.2.1: 210 − 28 − 156
  },
  grid: {
    linesPerPage: 22, // 5.2.3
    cellsPerLine: 28, // 5.2.3
    linePitch: 28.95, // 22 × 579 twips = 12 738 ≤ 12 756 (225 mm); with 29 pt only 21 lines fit
    letterSpacing: -0.25, // 28 × 315 twips = 8 820 ≤ 8 844 (156 mm)
  },
  size: {
    body: 16, // 5.2.2, 3号
    title: 22, // 7.3.1, 2号
    masthead: 45, // 7.2.4 gives no size; long names are narrowed to fit the 版心
    bulletinMasthead: 42, // custom
    small: 14, // 7.4.2, 4号
    table: 12, // custom, 小四
  },
  head: {
    mastheadTopMm: 35, // 7.2.4
    ruleGapMm: 4, // 7.2.7
    ruleMm: 0.7, // 7.2.7 gives no thickness
    red: 'E60012', // 6.1, Y80 % M80 % on a screen
  },
  blankLines: {
    mastheadToNumber: 2, // 7.2.5
    headToTitle: 2, // 7.3.1
    plainHeadToTitle: 1, // custom
    titleToText: 1, // 7.3.2
    textToAttachments: 1, // 7.3.4
    textToSealedSignOff: 2, // 7.3.5.1: a seal of 42 mm then starts within one line of the text
    textToSignOff: 1, // 7.3.5.2
    textToStamp: 2, // 7.3.5.3
    stampToDate: 1, // 7.3.5.3
    textToAttendance: 1, // 10.3
    attachmentNumberToTitle: 1, // 7.3.7: number on line 1, title on line 3
  },
  letter: {
    mastheadTopMm: 30, // 10.1
    ruleWidthMm: 170, // 10.1
    ruleBottomMm: 20, // 10.1
    thickMm: 0.8, // 10.1 gives no thickness; three CSS pixels
    gapMm: 0.6, // custom
    thinMm: 0.27, // custom, one CSS pixel
    ruleToText: 14, // 10.1, 7/8 of a character of 3号
  },
  order: {
    mastheadTopMm: 20, // 10.2
    numberToText: 2, // 10.2
  },
  seal: {
    diameterMm: 42, // custom, the seal of a county's department
    gapMm: 2, // 7.3.5.1: seals neither touch nor overlap
    riseMm: 4, // 7.3.5.1: name and date are a little below the middle of the seal
    stampWidthMm: 40, // custom
    stampHeightMm: 20, // custom
  },
  bulletin: {
    mastheadTopMm: 20, // custom
    mastheadToIssue: 1, // custom, blank lines
    issueToIssuer: 1, // custom, blank lines
    ruleMm: 0.8, // custom
  },
  table: {
    tightPitch: 14, // custom
    linePitch: 18, // custom; the line pitch of the text is too wide for tables
    paddingBlock: 3, // custom
    paddingInline: 4, // custom
    rule: 0.75, // custom; one CSS pixel, the thinnest line that all engines draw alike
    captionSize: 14, // custom, 4号
  },
  foot: {
    outerRuleMm: 0.35, // 7.4.1
    innerRuleMm: 0.25, // 7.4.1
    linePitch: 27.5, // custom; two rows and their three rules then take two lines of the grid
  },
  cover: {
    titleSize: 42, // custom, 初号
    titleShare: 0.9, // custom; fourteen characters are then set in 28
    titleLines: 2, // custom
    linesAbove: 4, // custom
    linesBelow: 2, // custom
  },
  contents: {
    cells: 25, // custom; three cells are left for the page number
    hang: 2, // custom
    leader: 1, // custom
    leaderGap: 0.5, // custom
  },
  pageNumber: {
    dropMm: 7, // 7.5
    size: 14, // 7.5, 4号
  },
  faces: {
    title: '方正小标宋简体', // 7.3.1
    body: '仿宋_GB2312', // 5.2.2
    heading1: '黑体', // 7.3.3
    heading2: '楷体_GB2312', // 7.3.3
    digits: '宋体', // 7.5
  },
};

/** By how much the 版心 of GB/T 33476.2 extends beyond that of GB/T 9704, at the top and at the bottom. */
const TYPE_AREA_GROWTH_MM = 2.42;

/**
 * The same format by GB/T 33476.2-2016. The characters, not the line boxes, meet the edges of the 版心. The page margins
 * are therefore smaller, the line pitch is larger, and distances from an edge count from the moved edge.
 */
export const gbt33476: Style = {
  ...gbt9704,
  name: 'gbt33476.2-2016',
  page: { ...gbt9704.page, topMm: 34.58, bottomMm: 32.58 }, // GB/T 33476.2, 6.2
  grid: { ...gbt9704.grid, linePitch: 29.45 }, // 10.39 mm; 22 × 589 twips = 12 958 ≤ 13 030 (229.84 mm)
  head: { ...gbt9704.head, mastheadTopMm: gbt9704.head.mastheadTopMm + TYPE_AREA_GROWTH_MM }, // GB/T 33476.2, 7.1
  order: { ...gbt9704.order, mastheadTopMm: gbt9704.order.mastheadTopMm + TYPE_AREA_GROWTH_MM },
  bulletin: { ...gbt9704.bulletin, mastheadTopMm: gbt9704.bulletin.mastheadTopMm + TYPE_AREA_GROWTH_MM },
  foot: { ...gbt9704.foot, linePitch: 28 }, // custom; as above
  pageNumber: { ...gbt9704.pageNumber, dropMm: 4.58 }, // GB/T 33476.2, 8
};

/** All geometries that a campaign can choose. */
export const styles: Readonly<Record<Geometry, Style>> = { gbt9704, gbt33476 };

/**
 * The style with another font size for tables, in points; null keeps that of the style. A matrix with many columns
 * needs a smaller size than a short list.
 */
export function withTableSize(style: Style, size: number | null): Style {
  if (size === null) return style;
  const table = { ...style.table, linePitch: Math.round(size * 2.8) / 2, paddingBlock: 2, paddingInline: 2.25 };
  return { ...style, size: { ...style.size, table: size }, table };
}
