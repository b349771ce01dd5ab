import type { Foot, Head, SignOff } from './doc.js';
import type { Schema } from './schema.js';
import type { Source } from './source.js';

/** A kind of document: one folder under `templates/`. Texts in braces are Handlebars over the document's own data. */
export interface Kind {
  readonly id: string;
  /** The Chinese name, such as 实施方案. */
  readonly label: string;
  /** `project` is a roll-up: no content file, one document over the whole project. */
  readonly scope: 'content' | 'project';
  /** What a roll-up needs to have anything to say: `kind`, `kind.field` or `campaign.field`, all of them answered somewhere. */
  readonly needs: readonly string[];
  /** Where its content lives, such as `units/{unit}/plan.md` or `bulletins/*.md`; empty for a roll-up. */
  readonly file: string;
  readonly order: number;
  readonly title: string;
  readonly head: Head['kind'];
  /** 发文机关标志 where it is not the organs' names, such as ×××纪要; empty where it is. */
  readonly mark: string;
  /** 发文机关标志 ends in this, 文件, 令 or nothing. */
  readonly suffix: string;
  /** The number below the mark where it is not 发文字号, such as 第1号; empty where it is. */
  readonly number: string;
  /** What 发文字号 has between the organ's prefix and the year, such as 函; empty for most kinds. */
  readonly series: string;
  readonly signOff: SignOff['kind'] | 'none';
  readonly foot: Foot['kind'];
  /** Who signs where the content does not say: one text an organ. */
  readonly organs: readonly string[];
  readonly printer: string;
  readonly recipients: readonly string[];
  /** Size of the text in its tables in points; null is the style's own. */
  readonly tableSize: number | null;
  readonly sections: readonly SectionRule[];
  readonly template: Source;
  /** Offset in the template file where its Handlebars begins. */
  readonly templateStart: number;
  readonly schema: Schema;
}

/** A section that the body must have. With `each`, one for every member of the named set, `{}` being the member. */
export interface SectionRule {
  readonly title: string;
  readonly each: string;
  /** Subsections that must stand under it, one for every member of the named set. */
  readonly parts: string;
  readonly optional: boolean;
}
