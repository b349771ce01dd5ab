/** The typefaces of an official document by their use. */
export type Role = 'title' | 'body' | 'heading1' | 'heading2' | 'digits';

export interface Face {
  readonly role: Role;
  /** The font name in DOCX files, by which Word and WPS find the official face. */
  readonly official: string;
  /** The font family found on this machine and embedded in PDFs. */
  readonly family: string;
  /** Whether `family` is a substitute for the official face. */
  readonly substituted: boolean;
  /** Faces for characters that `family` lacks, the preferred one first; absent if it lacks none. */
  readonly fallbacks?: readonly FallbackFace[];
}

/** A face for single characters that another face lacks. */
export interface FallbackFace {
  readonly family: string;
  /** Digest of the source of the face, part of cache keys. */
  readonly digest: string;
}

/** Lengths in points unless the name ends in `Mm`; clauses are those of GB/T 9704-2012. */
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
    /** From the upper double rule to the characters below it. */
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
    /** Minimum distance between two seals. */
    readonly gapMm: number;
    /** From the bottom of the name under a seal up to the centre of the seal. */
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
    /** Line pitch of a header that is too high for a browser to repeat it on the next page. */
    readonly tightPitch: number;
    /** Padding between a rule and the text: block is above and below, inline is left and right. */
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
    /** Maximum size; a longer title is set smaller. */
    readonly titleSize: number;
    /** Maximum share of the width for the longest line of the title. */
    readonly titleShare: number;
    /** Grid lines per line of the title. */
    readonly titleLines: number;
    /** Blank lines of the grid above the title, and below the date. */
    readonly linesAbove: number;
    readonly linesBelow: number;
  };
  readonly contents: {
    /** Cells from the left edge to the end of the column before the page number. */
    readonly cells: number;
    /** Indent of further lines of an entry in cells. */
    readonly hang: number;
    /** Minimum cells of a leader, and cells between it and the texts on either side. */
    readonly leader: number;
    readonly leaderGap: number;
  };
  readonly pageNumber: {
    /** From the bottom of the 版心 to the dash of the number. */
    readonly dropMm: number;
    readonly size: number;
  };
  readonly faces: Readonly<Record<Role, string>>;
}

/** The page geometries that a campaign can choose. */
export type Geometry = 'gbt9704' | 'gbt33476';
