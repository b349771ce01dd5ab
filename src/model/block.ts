import type { Chart } from './chart.js';
import type { Origin } from './origin.js';
import type { Span } from './span.js';

/** The four levels of a GB/T 9704 body, 一、（一）1.（1）; level 0 is the title of an article or attachment in it. */
export type HeadingLevel = 0 | 1 | 2 | 3 | 4;

/** Text of one origin. Neighbouring texts print as one; `joinTexts` makes one of them. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
  /** Absent where a program made the document, such as the cover of a package. */
  readonly origin?: Origin;
}
export interface Strong {
  readonly kind: 'strong';
  readonly inlines: readonly Inline[];
}
export interface Emphasis {
  readonly kind: 'emphasis';
  readonly inlines: readonly Inline[];
}
export interface LineBreak {
  readonly kind: 'break';
}
/** A missing value in a draft. `text` is the text shown in its place, （未报）. */
export interface Missing {
  readonly kind: 'missing';
  readonly text: string;
  readonly origin?: Origin;
}
export type Inline = Text | Strong | Emphasis | LineBreak | Missing;

interface WithSpan {
  readonly span?: Span;
}
export interface Heading extends WithSpan {
  readonly kind: 'heading';
  readonly level: HeadingLevel;
  /** The printed number, such as `一、`; empty where the heading has none. */
  readonly number: string;
  readonly inlines: readonly Inline[];
}
export interface Paragraph extends WithSpan {
  readonly kind: 'paragraph';
  readonly inlines: readonly Inline[];
  /**
   * `body` is indented two cells; `note` is an editor's note in 楷体; `flush` starts at the margin; `centre` and `right`
   * set the alignment.
   */
  readonly role: 'body' | 'flush' | 'centre' | 'right' | 'note';
}
/** A list is printed as indented paragraphs, each beginning with its `marker`, as is usual in official documents. */
export interface List extends WithSpan {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}
export interface ListItem {
  readonly marker: string;
  readonly blocks: readonly Block[];
}
export type Alignment = 'left' | 'centre' | 'right';
export interface Column {
  /** Relative width; the widths of one table are proportions of its total. */
  readonly width: number;
  readonly align: Alignment;
}
export type Cell = readonly Inline[];
export interface Table extends WithSpan {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}
export interface Quote extends WithSpan {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}
export interface Image extends WithSpan {
  readonly kind: 'image';
  /** Path relative to the workspace. */
  readonly path: string;
  readonly alt: string;
}
/** Blocks on separate landscape pages. */
export interface Landscape extends WithSpan {
  readonly kind: 'landscape';
  readonly blocks: readonly Block[];
}
export interface PageBreak extends WithSpan {
  readonly kind: 'page-break';
}
export type Block = Heading | Paragraph | List | Table | Quote | Image | Chart | Landscape | PageBreak;

/** Joins neighbouring texts, as they are printed; joined texts have no origin. */
export function joinTexts(inlines: readonly Inline[]): readonly Inline[] {
  const hasNeighbours = inlines.some((inline, index) => inline.kind === 'text' && inlines[index - 1]?.kind === 'text');
  if (!hasNeighbours) return inlines;
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}

/** The visible text of inlines; forced line breaks are dropped. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join('');
}

/** The visible text of inlines, split at forced line breaks. */
export function textLines(inlines: readonly Inline[]): readonly string[] {
  const ends = inlines.flatMap(({ kind }, index) => (kind === 'break' ? [index] : []));
  return [...ends, inlines.length].map((end, line) => plainText(inlines.slice(ends[line - 1] ?? 0, end)));
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'missing':
      return inline.text;
    case 'strong':
    case 'emphasis':
      return plainText(inline.inlines);
    case 'break':
      return '';
  }
}
