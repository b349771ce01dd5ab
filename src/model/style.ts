/** The typefaces an official document uses, by what they do and not by what they are called. */
export type Role = 'title' | 'body' | 'heading1' | 'heading2' | 'digits';

export interface Face {
  readonly role: Role;
  /** The name that a DOCX carries, so that Word and WPS find the official face. */
  readonly official: string;
  /** The family that was found on this machine and that the PDF embeds. */
  readonly family: string;
  /** True where `family` stands in for the official face. */
  readonly substituted: boolean;
  /** Faces that set the characters which `family` lacks, the preferred one first; absent where it lacks none. */
  readonly fallbacks?: readonly FallbackFace[];
}

/** A face that sets single characters where another lacks them. */
export interface FallbackFace {
  readonly family: string;
  /** Digest of what the face was made from, so that another file makes another key. */
  readonly digest: string;
}

/** Lengths in points unless the name ends in `Mm`; the clause of GB/T 9704-2012 stands beside each figure. */
export interface Style {
  readonly name: string;
  readonly page: {
    readonly widthMm: number;
    readonly heightMm: number;
    readonly topMm: number;
    readonly bottomMm: number;
    readonly leftMm: number;
    readonly rightMm: number;
  };
  readonly grid: {
    readonly linesPerPage: number;
    readonly cellsPerLine: number;
    readonly linePitch: number;
    readonly letterSpacing: number;
  };
  readonly size: {
    readonly body: number;
    readonly title: number;
    readonly mark: number;
    readonly bulletinMark: number;
    readonly small: number;
    readonly table: number;
  };
  readonly head: {
    /** From the top of the 版心 to the top of the mark. */
    readonly markTopMm: number;
    /** From 发文字号 to the red line. */
    readonly ruleGapMm: number;
    readonly ruleMm: number;
    readonly red: string;
  };
  /** Blank lines of the grid, each of `grid.linePitch`. */
  readonly blankLines: {
    readonly markToNumber: number;
    readonly headToTitle: number;
    readonly plainHeadToTitle: number;
    readonly titleToText: number;
    readonly textToAttachments: number;
    readonly textToSealedSignOff: number;
    readonly textToSignOff: number;
    readonly textToStamp: number;
    readonly stampToDate: number;
    readonly textToAttendance: number;
    readonly attachmentNumberToTitle: number;
  };
  /** 信函格式 (10.1); lengths from the edges of the sheet. */
  readonly letter: {
    /** From the top of the sheet to the top of the mark. */
    readonly markTopMm: number;
    readonly ruleWidthMm: number;
    /** From the lower double rule to the bottom of the sheet. */
    readonly ruleBottomMm: number;
    readonly thickMm: number;
    readonly gapMm: number;
    readonly thinMm: number;
    /** From the upper double rule to the characters below it, in points. */
    readonly ruleToText: number;
  };
  /** 命令（令）格式 (10.2). */
  readonly order: {
    readonly markTopMm: number;
    /** Blank lines. */
    readonly numberToText: number;
  };
  /** 印章 and 签名章. */
  readonly seal: {
    readonly diameterMm: number;
    /** Least room between two seals. */
    readonly gapMm: number;
    /** How far the middle of a seal lies above the foot of the name that it presses. */
    readonly riseMm: number;
    readonly stampWidthMm: number;
    readonly stampHeightMm: number;
  };
  /** 报头 of a bulletin. */
  readonly bulletin: {
    readonly markTopMm: number;
    readonly markToIssue: number;
    readonly issueToIssuer: number;
    readonly ruleMm: number;
  };
  readonly table: {
    readonly linePitch: number;
    /** Pitch of a head so high that a browser would not repeat it on the next page. */
    readonly tightPitch: number;
    /** Room between a rule and the text, above and below, left and right. */
    readonly paddingBlock: number;
    readonly paddingInline: number;
    readonly rule: number;
    readonly captionSize: number;
  };
  readonly foot: {
    readonly outerRuleMm: number;
    readonly innerRuleMm: number;
    readonly linePitch: number;
  };
  /** Cover and contents of a volume. */
  readonly cover: {
    /** At most; a longer title is set smaller. */
    readonly titleSize: number;
    /** Share of the width that the longest line of the title may take. */
    readonly titleShare: number;
    /** Lines of the grid that a line of the title takes. */
    readonly titleLines: number;
    /** Blank lines of the grid above the title, and below the date. */
    readonly linesAbove: number;
    readonly linesBelow: number;
  };
  readonly contents: {
    /** Cells from the left edge to the right edge of what stands before the page number. */
    readonly cells: number;
    /** Cells that a second line of an entry is inset. */
    readonly hang: number;
    /** Cells of a leader at least, and between it and the texts on either side. */
    readonly leader: number;
    readonly leaderGap: number;
  };
  readonly pageNumber: {
    /** From the bottom of the 版心 to the number's dash. */
    readonly dropMm: number;
    readonly size: number;
  };
  readonly faces: Readonly<Record<Role, string>>;
}

const POINTS_PER_MM = 72 / 25.4;

export function mmToPoints(mm: number): number {
  return mm * POINTS_PER_MM;
}

export function pointsToMm(points: number): number {
  return points / POINTS_PER_MM;
}

/** Twentieths of a point, the unit of WordprocessingML. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Width of one cell of the grid: a Han character and its spacing. */
export function cell(style: Style): number {
  return style.size.body + style.grid.letterSpacing;
}

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
    linePitch: 28.95, // 22 × 579 twips = 12 738 ≤ 12 756 (225 mm); 29 pt would leave room for 21 lines
    letterSpacing: -0.25, // 28 × 315 twips = 8 820 ≤ 8 844 (156 mm)
  },
  size: {
    body: 16, // 5.2.2, 3号
    title: 22, // 7.3.1, 2号
    mark: 45, // 7.2.4 gives no size; narrowed to fit the 版心 where the name is long
    bulletinMark: 42, // custom
    small: 14, // 7.4.2, 4号
    table: 12, // custom, 小四
  },
  head: {
    markTopMm: 35, // 7.2.4
    ruleGapMm: 4, // 7.2.7
    ruleMm: 0.7, // 7.2.7 gives no thickness
    red: 'E60012', // 6.1, Y80 % M80 % on a screen
  },
  blankLines: {
    markToNumber: 2, // 7.2.5
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
    markTopMm: 30, // 10.1
    ruleWidthMm: 170, // 10.1
    ruleBottomMm: 20, // 10.1
    thickMm: 0.8, // 10.1 gives no thickness; three CSS pixels
    gapMm: 0.6, // custom
    thinMm: 0.27, // custom, one CSS pixel
    ruleToText: 14, // 10.1, 7/8 of a character of 3号
  },
  order: {
    markTopMm: 20, // 10.2
    numberToText: 2, // 10.2
  },
  seal: {
    diameterMm: 42, // custom, the seal of a county's department
    gapMm: 2, // 7.3.5.1: seals neither touch nor overlap
    riseMm: 4, // 7.3.5.1: name and date stand a little below the middle of the seal
    stampWidthMm: 40, // custom
    stampHeightMm: 20, // custom
  },
  bulletin: {
    markTopMm: 20, // custom
    markToIssue: 1, // custom, blank lines
    issueToIssuer: 1, // custom, blank lines
    ruleMm: 0.8, // custom
  },
  table: {
    tightPitch: 14, // custom
    linePitch: 18, // custom; the pitch of the text would leave tables loose
    paddingBlock: 3, // custom
    paddingInline: 4, // custom
    rule: 0.75, // custom; one CSS pixel, the least that every engine draws alike
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

/** How far the second geometry's 版心 reaches past the first's at the top and at the bottom. */
const PAST_MM = 2.42;

/**
 * The same format by GB/T 33476.2-2016: not the boxes of the lines but the characters meet the edges of the 版心, so the
 * margins of the sheet are smaller, the lines further apart, and what counts from an edge counts from the moved one.
 */
export const gbt33476: Style = {
  ...gbt9704,
  name: 'gbt33476.2-2016',
  page: { ...gbt9704.page, topMm: 34.58, bottomMm: 32.58 }, // GB/T 33476.2, 6.2
  grid: { ...gbt9704.grid, linePitch: 29.45 }, // 10.39 mm; 22 × 589 twips = 12 958 ≤ 13 030 (229.84 mm)
  head: { ...gbt9704.head, markTopMm: gbt9704.head.markTopMm + PAST_MM }, // GB/T 33476.2, 7.1
  order: { ...gbt9704.order, markTopMm: gbt9704.order.markTopMm + PAST_MM },
  bulletin: { ...gbt9704.bulletin, markTopMm: gbt9704.bulletin.markTopMm + PAST_MM },
  foot: { ...gbt9704.foot, linePitch: 28 }, // custom; as above
  pageNumber: { ...gbt9704.pageNumber, dropMm: 4.58 }, // GB/T 33476.2, 8
};

/** Every geometry that a campaign may choose. */
export const styles = { gbt9704, gbt33476 } as const;
export type Geometry = keyof typeof styles;

/** The style with tables set in another size, in points: a matrix of many columns needs a smaller one than a short list. Null is the style's own. */
export function withTableSize(style: Style, size: number | null): Style {
  if (size === null) return style;
  const table = { ...style.table, linePitch: Math.round(size * 2.8) / 2, paddingBlock: 2, paddingInline: 2.25 };
  return { ...style, size: { ...style.size, table: size }, table };
}
