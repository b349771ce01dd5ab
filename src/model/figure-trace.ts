import { plainText, textLines } from './block.js';
import type { Block, Cell } from './block.js';
import type { Doc } from './doc.js';
import type { Span } from './span.js';

/** A printed figure and the locations in content of its source values. */
export interface Figure {
  readonly value: string;
  readonly places: readonly Span[];
}

/** A document with trace tags after its figures, and the figures by tag number. It is never written. */
export interface TracedDoc {
  readonly doc: Doc;
  readonly figures: readonly Figure[];
}

/** A figure and its position: table caption, row label and column name, all empty in running text. */
export interface TracedFigure extends Figure {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

const FIGURE_TAG_PATTERN = /\uFDD4(\d+)\uFDD5/g;

/** The figures of a document in printed order. */
export function tracedFigures({ doc, figures }: TracedDoc): readonly TracedFigure[] {
  const blocks = [...doc.blocks, ...doc.attachments.flatMap((attachment) => attachment.blocks)];
  return blocks.flatMap((block) => figuresIn(block, figures));
}

function figuresIn(block: Block, figures: readonly Figure[]): readonly TracedFigure[] {
  switch (block.kind) {
    case 'landscape':
    case 'quote':
      return block.blocks.flatMap((inner) => figuresIn(inner, figures));
    case 'paragraph':
      return figuresAt(block.inlines, figures).map((figure) => ({ ...figure, table: '', row: '', column: '' }));
    case 'table':
      return block.rows.flatMap((row) =>
        row.flatMap((cell, index) => {
          const column = columnName(block.header[index] ?? []);
          return figuresAt(cell, figures).map((figure) => {
            return { ...figure, table: block.caption, row: rowLabel(row), column };
          });
        }),
      );
    default:
      return [];
  }
}

/** The figures whose trace tags are in a cell or paragraph. */
export function figuresAt(cell: Cell, figures: readonly Figure[]): readonly Figure[] {
  return [...plainText(cell).matchAll(FIGURE_TAG_PATTERN)].flatMap((match) => figures[Number(match[1])] ?? []);
}

/** The label of a row: its first cell that is not a number. */
export function rowLabel(row: readonly Cell[]): string {
  return row.map(cleanText).find((text) => text !== '' && !/^[\d.%]+$/.test(text)) ?? '';
}

/** The text of a cell without trace tags. */
export function cleanText(cell: Cell): string {
  return withoutFigureTags(plainText(cell));
}

/** The name of a column: the first line of its header; further lines are remarks. */
export function columnName(header: Cell): string {
  return withoutFigureTags(textLines(header)[0] ?? '');
}

/** A text without trace tags. */
export function withoutFigureTags(text: string): string {
  return text.replace(FIGURE_TAG_PATTERN, '');
}
