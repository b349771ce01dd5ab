import type { Block } from './block.js';
import type { Span } from './span.js';

/** What every writer needs to print one document, and nothing else: no lookup, no clock, no file. */
export interface Doc {
  readonly properties: Properties;
  readonly head: Head;
  /** 标题, already broken into the lines of a trapezoid or diamond (7.3.1). */
  readonly title: readonly string[];
  /** 主送机关, without the closing colon; empty where the document has none. */
  readonly recipients: readonly string[];
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
  readonly signOff: SignOff | null;
  /** 附注, without its brackets. */
  readonly note: string;
  readonly foot: Foot;
}

export interface Properties {
  /** The title on one line. */
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** 成文日期 as YYYY-MM-DD, or empty in a draft; the only date that reaches an artifact. */
  readonly date: string;
  readonly draft: boolean;
}

export type Head = OfficialHead | BulletinHead | PlainHead;

/** Elements above the mark that any head may carry (7.2.1–7.2.3). */
export interface Marks {
  /** 份号 */
  readonly copyNumber: string;
  /** 密级和保密期限, such as 秘密★3年 */
  readonly classification: string;
  /** 紧急程度 */
  readonly urgency: string;
}

/** 版头 of an official document (7.2). */
export interface OfficialHead extends Marks {
  readonly kind: 'official';
  /** 发文机关标志: the issuing organs, the lead organ first. */
  readonly organs: readonly string[];
  /** What stands to the right of the organs, 文件 or nothing. */
  readonly suffix: string;
  /** 发文字号 */
  readonly number: string;
  /** 签发人; not empty makes it an upward document (7.2.6). */
  readonly signers: readonly string[];
}

/** 报头 of a bulletin: custom, GB/T 9704 is silent on it. */
export interface BulletinHead extends Marks {
  readonly kind: 'bulletin';
  readonly name: string;
  /** 第3期（总第57期） */
  readonly issue: string;
  readonly issuer: string;
  /** The date as printed. */
  readonly date: string;
}

/** A document without a red head: a register, a ledger, a report that travels under a cover letter. */
export interface PlainHead extends Marks {
  readonly kind: 'plain';
  /** A line over the title in a draft, such as （征求意见稿）; empty otherwise. */
  readonly line: string;
}

export interface Attachment {
  /** 1, 2, 3 …; a single attachment is printed without its number (7.3.4). */
  readonly number: number;
  readonly title: string;
  /** The printed title of the attachment's own page, broken into lines; empty where the attachment is apart. */
  readonly lines: readonly string[];
  /** Empty where the attachment is a file of its own that travels beside the document. */
  readonly blocks: readonly Block[];
  /** Said after the name in 附件说明, such as （另附）; empty where it is bound in. */
  readonly remark: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly span?: Span;
}

/** 署名 and 成文日期 (7.3.5). */
export interface SignOff {
  /** `sealed` keeps room for a seal over name and date (7.3.5.1); `unsealed` is 7.3.5.2. */
  readonly kind: 'sealed' | 'unsealed';
  readonly organs: readonly string[];
  readonly date: string;
}

export type Foot = Colophon | BulletinFoot | NoFoot;

/** 版记 (7.4). */
export interface Colophon {
  readonly kind: 'colophon';
  /** 抄送 */
  readonly copyTo: readonly string[];
  /** 印发机关 */
  readonly printer: string;
  /** 印发日期 as printed, without 印发. */
  readonly printedOn: string;
}
/** 报尾 of a bulletin. */
export interface BulletinFoot {
  readonly kind: 'bulletin';
  /** 报, 送, 发, 本期增发: label and names, in printed order. */
  readonly lines: readonly DistributionLine[];
  /** How many copies were printed, in digits; empty where it is not said. */
  readonly printRun: string;
}
export interface DistributionLine {
  readonly label: string;
  readonly names: readonly string[];
}
export interface NoFoot {
  readonly kind: 'none';
}
