import { plainText, textLines } from './block.js';
import type { Block, Cell } from './block.js';
import type { Doc } from './doc.js';
import type { Span } from './span.js';

/** A printed figure and the places in content that it was made from. */
export interface Figure {
  readonly value: string;
  readonly places: readonly Span[];
}

/** A document whose figures carry marks, never written, and what the marks stand for. */
export interface TracedDoc {
  readonly doc: Doc;
  readonly figures: readonly Figure[];
}

/** A figure with where it is printed: table, row and column, all empty in running text. */
export interface TracedFigure extends Figure {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

const FIGURE_TAG = /\uFDD4(\d+)\uFDD5/g;

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

/** The figures whose marks stand in a cell or paragraph. */
export function figuresAt(cell: Cell, figures: readonly Figure[]): readonly Figure[] {
  return [...plainText(cell).matchAll(FIGURE_TAG)].flatMap((match) => figures[Number(match[1])] ?? []);
}

/** A row is called by its first cell that is a name and not a number. */
export function rowLabel(row: readonly Cell[]): string {
  return row.map(cleanText).find((text) => text !== '' && !/^[\d.%]+$/.test(text)) ?? '';
}

/** What is read in a cell, marks left out. */
export function cleanText(cell: Cell): string {
  return withoutFigureTags(plainText(cell));
}

/** What a column is called by its header, whose further lines are remarks. */
export function columnName(header: Cell): string {
  return withoutFigureTags(textLines(header)[0] ?? '');
}

/** A text without the marks of its figures. */
export function withoutFigureTags(text: string): string {
  return text.replace(FIGURE_TAG, '');
}
