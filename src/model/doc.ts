import type { Block, Image } from './block.js';
import type { Span } from './span.js';

/** One composed document: everything that a writer needs, so that writers access no project, clock or file. */
export interface Doc {
  readonly properties: Properties;
  readonly head: Head;
  /** 标题, already broken into the lines of a trapezoid or diamond (7.3.1). */
  readonly title: readonly string[];
  /** 主送机关, without the closing colon; empty if the document has none. */
  readonly recipients: readonly string[];
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
  /** 出席, 请假 and 列席 of minutes, in this order (10.3); empty in every other document. */
  readonly attendance: readonly NamedList[];
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

export type Head = RedHead | PlainHead;

/** The heads with 发文机关标志. */
export type RedHead = OfficialHead | LetterHead | OrderHead | MinutesHead | BulletinHead;

/** The elements above 发文机关标志, in any head (7.2.1–7.2.3). */
export interface Markings {
  /** 份号 */
  readonly copyNumber: string;
  /** 密级和保密期限, such as 秘密★3年 */
  readonly classification: string;
  /** 紧急程度 */
  readonly urgency: string;
}

interface MastheadHead extends Markings {
  /** True for preprinted paper (套红): the space of 发文机关标志 and its rules is reserved and left blank. */
  readonly preprinted: boolean;
}

/** 版头 of an official document (7.2). */
export interface OfficialHead extends MastheadHead {
  readonly kind: 'official';
  /** 发文机关标志: the issuing organs, the lead organ first. */
  readonly organs: readonly string[];
  /** The text to the right of the organs: 文件 or empty. */
  readonly suffix: string;
  /** 发文字号 */
  readonly number: string;
  /** 签发人; if not empty, the document is a 上行文 (7.2.6). */
  readonly signers: readonly string[];
}

/** 信函格式 (10.1): 发文机关标志 of the lead organ only, above the upper of two red double rules. */
export interface LetterHead extends MastheadHead {
  readonly kind: 'letter';
  readonly organ: string;
  /** 发文字号 */
  readonly number: string;
}

/** 命令（令）格式 (10.2). */
export interface OrderHead extends MastheadHead {
  readonly kind: 'order';
  readonly organs: readonly string[];
  /** 命令 or 令 */
  readonly suffix: string;
  /** 令号, such as 第1号 */
  readonly number: string;
}

/** 纪要格式 (10.3); the standard does not define what is below 发文机关标志. */
export interface MinutesHead extends MastheadHead {
  readonly kind: 'minutes';
  /** The complete 发文机关标志, ending in 纪要. */
  readonly name: string;
  /** Such as 第3期 or 〔2026〕3号 */
  readonly number: string;
  readonly issuer: string;
  /** The date as printed. */
  readonly date: string;
}

/** 报头 of a bulletin; it follows common practice, GB/T 9704 does not define it. */
export interface BulletinHead extends MastheadHead {
  readonly kind: 'bulletin';
  readonly name: string;
  /** 第3期（总第57期） */
  readonly issue: string;
  readonly issuer: string;
  /** The date as printed. */
  readonly date: string;
}

/** The head of a document without a red head: a register, a ledger, a report sent with a cover letter. */
export interface PlainHead extends Markings {
  readonly kind: 'plain';
  /** A line above the title: （征求意见稿） in a draft, 发文字号 if the campaign prints no red head; usually empty. */
  readonly line: string;
}

export interface Attachment {
  /** 1, 2, 3 …; a single attachment is printed without its number (7.3.4). */
  readonly number: number;
  readonly title: string;
  /** The title on the first page of the attachment, broken into lines; empty for a separate file. */
  readonly lines: readonly string[];
  /** Empty if the attachment is a separate file. */
  readonly blocks: readonly Block[];
  /** Printed after the name in 附件说明, such as （另附）; empty if the attachment is part of the document. */
  readonly remark: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly span?: Span;
}

/** 署名 or 签名章, and 成文日期 (7.3.5). */
export type SignOff = SealedSignOff | UnsealedSignOff | StampedSignOff;

/** A seal over each name, the last one also over the date (7.3.5.1). */
export interface SealedSignOff {
  readonly kind: 'sealed';
  readonly organs: readonly string[];
  /** The seal of each organ in the same order; null if it is applied by hand. */
  readonly seals: readonly (Image | null)[];
  readonly date: string;
}
/** 7.3.5.2 */
export interface UnsealedSignOff {
  readonly kind: 'unsealed';
  readonly organs: readonly string[];
  readonly date: string;
}
/** Titles with 签名章 to their right, one organ a row (7.3.5.3). */
export interface StampedSignOff {
  readonly kind: 'stamped';
  readonly signers: readonly Signer[];
  readonly date: string;
}
export interface Signer {
  /** 职务 in full. */
  readonly post: string;
  readonly name: string;
  /** Null if the stamp is applied by hand. */
  readonly stamp: Image | null;
}

export type Foot = Colophon | LetterFoot | BulletinFoot | NoFoot;

/** 版记 (7.4). */
export interface Colophon {
  readonly kind: 'colophon';
  /** 主送机关 that do not fit on page 1 (7.3.2). */
  readonly sendTo: readonly string[];
  /** 抄送 */
  readonly copyTo: readonly string[];
  /** 印发机关 */
  readonly printer: string;
  /** 印发日期 as printed, without 印发. */
  readonly printedOn: string;
  /** Whether 版记 is placed on a separate even page. */
  readonly evenPage: boolean;
}
/** 版记 of a letter, without rules, 印发机关 and 印发日期 (10.1). */
export interface LetterFoot {
  readonly kind: 'letter';
  readonly sendTo: readonly string[];
  readonly copyTo: readonly string[];
}
/** 报尾 of a bulletin. */
export interface BulletinFoot {
  readonly kind: 'bulletin';
  /** 报, 送, 发, 本期增发: label and names, in printed order. */
  readonly lines: readonly NamedList[];
  /** Number of printed copies, in digits; empty if unknown. */
  readonly printRun: string;
}
/** A label, such as 抄送 or 出席, and its names. */
export interface NamedList {
  readonly label: string;
  readonly names: readonly string[];
}
export interface NoFoot {
  readonly kind: 'none';
}
