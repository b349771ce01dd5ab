import { CITATION } from '../../markdown/citation.js';
import type { Span } from '../../model/span.js';

/** What a text is. `value` is free text of the front matter, `number` a document number. */
export type Role = 'paragraph' | 'heading' | 'cell' | 'caption' | 'value' | 'number';

/**
 * A text as a reader sees it, with the place of every character. Markdown syntax is removed. Addresses, code and cited
 * figures are masked: each of their characters is replaced by `PLACEHOLDER`, so that indexes remain valid.
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
  /** `text` with figures, codes, foreign words and file names masked as well. */
  readonly masked: string;
  /** The ranges of the file from which `text` is assembled; their total length is that of `text`. */
  readonly pieces: readonly Piece[];
  /** False if the file has the text in another form, such as a quoted YAML value with escapes. */
  readonly editable: boolean;
}

/** Replaces a masked character, which no norm inspects. */
export const PLACEHOLDER = '\uFFFC';

export type ProseOrigin = Pick<Prose, 'role' | 'path' | 'level' | 'key' | 'kind' | 'draft' | 'editable'>;

/** A range of a file. */
export type Piece = Pick<Span, 'start' | 'end'>;

/** A text with the place of every character. */
export interface MappedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The offset in the file of the character at `index`; undefined past the end of the text. */
export function offsetAt({ pieces }: Pick<MappedText, 'pieces'>, index: number): number | undefined {
  let rest = index;
  for (const { start, end } of pieces) {
    if (rest < end - start) return start + rest;
    rest -= end - start;
  }
  return undefined;
}

/** `value` with white space unified and addresses, code and citations masked. */
export function plainProse(value: string): string {
  const text = value.replace(/\s/g, ' ');
  return /[@`:{｛]|[a-z]\.[a-z]/i.test(text) ? maskMatches(text, ADDRESSES) : text;
}

export function toProse(mapped: MappedText, origin: ProseOrigin): Prose {
  const text = plainProse(mapped.text);
  const masked = /[A-Za-z\d]/.test(text) ? maskMatches(text, TOKENS) : text;
  return { ...origin, text, masked, pieces: mapped.pieces };
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
  // Foreign phrases and formulas have the punctuation of their own language.
  /[A-Za-z][A-Za-z0-9]*(?:(?:[ ,.'’&/:;!?+=_-]+|\s*\([A-Za-z0-9 ,.'-]*\))[A-Za-z0-9]+)*(?:\s*\([A-Za-z0-9, .'-]*\))?/g,
];

function maskMatches(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce(
    (masked, pattern) => masked.replace(pattern, (found) => PLACEHOLDER.repeat(found.length)),
    text,
  );
}

/** `text` with every title in 《》 masked: quoted titles are not corrected. */
export function maskTitles(text: string): string {
  return maskMatches(text, [/《[^《》]*(?:《[^《》]*》[^《》]*)*》/g]);
}

/** `text` with everything in “” masked. */
export function maskQuotes(text: string): string {
  return maskMatches(text, [/“[^“”]*”/g]);
}
