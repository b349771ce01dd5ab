import type { Foot, Head, SignOff } from './doc.js';
import type { Schema } from './schema.js';
import type { Source } from './source.js';

/**
 * A kind of document: one folder under `templates/`. Texts with braces are Handlebars templates over the data of the
 * document.
 */
export interface Kind {
  readonly id: string;
  /** The Chinese name, such as 实施方案. */
  readonly label: string;
  /** `project` is a roll-up: one document over the whole project, without a content file. */
  readonly scope: 'content' | 'project';
  /** Required data of a roll-up, as `kind`, `kind.field` or `campaign.field`: each must have a value somewhere. */
  readonly needs: readonly string[];
  /** Path pattern of its content files, such as `units/{unit}/plan.md` or `bulletins/*.md`; empty for a roll-up. */
  readonly file: string;
  readonly order: number;
  readonly title: string;
  readonly head: Head['kind'];
  /** 发文机关标志, such as ×××纪要; empty if it consists of the names of the organs. */
  readonly mark: string;
  /** The end of 发文机关标志: 文件, 令 or empty. */
  readonly suffix: string;
  /** The number below 发文机关标志, such as 第1号; empty if it is 发文字号. */
  readonly number: string;
  /** The part of 发文字号 between the prefix of the organ and the year, such as 函; empty for most kinds. */
  readonly series: string;
  readonly signOff: SignOff['kind'] | 'none';
  readonly foot: Foot['kind'];
  /** Default issuing organs, one text per organ. */
  readonly organs: readonly string[];
  readonly printer: string;
  readonly recipients: readonly string[];
  /** Font size of its tables in points; null for the default of the style. */
  readonly tableSize: number | null;
  readonly sections: readonly SectionRule[];
  readonly template: Source;
  /** Offset in the template file where its Handlebars begins. */
  readonly templateStart: number;
  readonly schema: Schema;
}

/**
 * A required section of the body. With `each`, one section per member of the named set; `{}` in the title is the
 * member.
 */
export interface SectionRule {
  readonly title: string;
  readonly each: string;
  /** Named set whose members are the titles of its required subsections. */
  readonly parts: string;
  readonly optional: boolean;
}
