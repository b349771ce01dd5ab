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
    readonly masthead: number;
    readonly bulletinMasthead: number;
    readonly small: number;
    readonly table: number;
  };
  readonly head: {
    /** From the top of the 版心 to the top of the masthead (发文机关标志). */
    readonly mastheadTopMm: number;
    /** From 发文字号 to the red line. */
    readonly ruleGapMm: number;
    readonly ruleMm: number;
    readonly red: string;
  };
  /** Blank lines of the grid, each of `grid.linePitch`. */
  readonly blankLines: {
    readonly mastheadToNumber: number;
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
    /** From the top of the sheet to the top of the masthead. */
    readonly mastheadTopMm: number;
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
    readonly mastheadTopMm: number;
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
    readonly mastheadTopMm: number;
    readonly mastheadToIssue: number;
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

/** The geometries that a campaign may choose between. */
export type Geometry = 'gbt9704' | 'gbt33476';
