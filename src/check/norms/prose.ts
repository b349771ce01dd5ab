import { CITATION } from '../../markdown/citation.js';
import type { Span } from '../../model/span.js';

/** Where a stretch of text stands, as far as a norm cares. `number` is a document number of the front matter. */
export type Role = 'paragraph' | 'heading' | 'cell' | 'caption' | 'value' | 'number';

/**
 * A run of text as a reader sees it, with the place of every character. Markdown marks are gone; addresses, code
 * and cited figures are replaced by `BLOT`, one for each character, so that places stay right.
 */
export interface Prose {
  readonly role: Role;
  readonly path: string;
  /** 0 outside headings. */
  readonly level: number;
  /** The keys that lead to a front-matter value, such as `enclosures.title`; empty in a body. */
  readonly key: string;
  /** The label of the kind of document, such as 总结报告. */
  readonly kind: string;
  readonly draft: boolean;
  readonly text: string;
  /** `text` with figures, codes, foreign words and file names blotted out as well. */
  readonly masked: string;
  /** The stretches of the file that `text` was put together from, as long together as it is. */
  readonly pieces: readonly Piece[];
  /** False where the file writes the text in another form, such as a quoted YAML value with escapes. */
  readonly editable: boolean;
}

/** What stands for a character that no norm may look at. */
export const PLACEHOLDER = '\uFFFC';

export type ProseOrigin = Pick<Prose, 'role' | 'path' | 'level' | 'key' | 'kind' | 'draft' | 'editable'>;

/** A stretch of a file. */
export type Piece = Pick<Span, 'start' | 'end'>;

/** Characters with the place of each. */
export interface MappedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Where in the file the character at `index` of a run stands; undefined past its end. */
export function offsetAt({ pieces }: Pick<MappedText, 'pieces'>, index: number): number | undefined {
  let rest = index;
  for (const { start, end } of pieces) {
    if (rest < end - start) return start + rest;
    rest -= end - start;
  }
  return undefined;
}

/** A text as a norm sees it. */
export function plainProse(value: string): string {
  const text = value.replace(/\s/g, ' ');
  return /[@`:{｛]|[a-z]\.[a-z]/i.test(text) ? maskMatches(text, ADDRESSES) : text;
}

export function toProse(run: MappedText, origin: ProseOrigin): Prose {
  const text = plainProse(run.text);
  const guarded = /[A-Za-z\d]/.test(text) ? maskMatches(text, TOKENS) : text;
  return { ...origin, text, masked: guarded, pieces: run.pieces };
}

const ADDRESSES: readonly RegExp[] = [
  /(?:https?|ftp):\/\/[\x21-\x7E]+/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?<![\w.])(?:www\.)?(?:[a-z0-9-]+\.)+(?:com|cn|org|net|gov|edu|info|io)(?![a-z0-9])(?:[/?#][\x21-\x7E]*)?/gi,
  /`[^`]*`/g,
  CITATION,
];

const TOKENS: readonly RegExp[] = [
  // GB/T 9704—2012, DA/T 22-2015, ISO 9001:2015
  /[A-Z]{2,}(?:\/[A-Z]+)?\s?\d+(?:\.\d+)*(?:[:—-]\d{2,4})?/g,
  /[^\s，。；：、！？“”‘’（）《》]+\.(?:docx?|xlsx?|pptx?|pdf|csv|md|txt|zip|jpe?g|png)(?![a-z])/gi,
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?/g,
  /\d+(?:[.:]\d+)+/g,
  /\d+:\d+/g,
  // Foreign phrases keep the marks of their own language, and so do formulas.
  /[A-Za-z][A-Za-z0-9]*(?:(?:[ ,.'’&/:;!?+=_-]+|\s*\([A-Za-z0-9 ,.'-]*\))[A-Za-z0-9]+)*(?:\s*\([A-Za-z0-9, .'-]*\))?/g,
];

function maskMatches(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((kept, pattern) => kept.replace(pattern, (found) => PLACEHOLDER.repeat(found.length)), text);
}

/** `text` with every title in 《》 blotted out: what it quotes is not ours to correct. */
export function maskTitles(text: string): string {
  return maskMatches(text, [/《[^《》]*(?:《[^《》]*》[^《》]*)*》/g]);
}

/** `text` with everything in “” blotted out. */
export function maskQuotes(text: string): string {
  return maskMatches(text, [/“[^“”]*”/g]);
}
