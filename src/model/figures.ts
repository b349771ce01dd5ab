import { plainText, textLines } from './block.js';
import type { Block, Cell, Inline } from './block.js';
import type { Doc } from './doc.js';
import { contentSpans } from './origin.js';
import type { Span } from './span.js';

/** A printed figure, the places in content that it came from, and where it is printed. */
export interface Figure {
  readonly value: string;
  readonly places: readonly Span[];
  /** Caption of its table, label of its row, name of its column; all empty in running text. */
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

const FIGURE = /^-?\d/;

/** The figures of a document that come from content, in printed order. */
export function figuresOf(doc: Doc): readonly Figure[] {
  return [...doc.blocks, ...doc.attachments.flatMap(({ blocks }) => blocks)].flatMap(figuresIn);
}

function figuresIn(block: Block): readonly Figure[] {
  switch (block.kind) {
    case 'landscape':
    case 'quote':
      return block.blocks.flatMap(figuresIn);
    case 'paragraph':
      return inlineFigures(block.inlines).map((figure) => ({ ...figure, table: '', row: '', column: '' }));
    case 'table':
      return block.rows.flatMap((row) =>
        row.flatMap((cell, index) => {
          const column = columnName(block.header[index] ?? []);
          return inlineFigures(cell).map((figure) => ({ ...figure, table: block.caption, row: rowLabel(row), column }));
        }),
      );
    default:
      return [];
  }
}

/** Values that content gives; an author's own text is no figure, whatever digits it has. */
function inlineFigures(inlines: readonly Inline[]): readonly Pick<Figure, 'value' | 'places'>[] {
  return inlines.flatMap((inline): readonly Pick<Figure, 'value' | 'places'>[] => {
    if (inline.kind === 'strong' || inline.kind === 'emphasis') return inlineFigures(inline.inlines);
    if (inline.kind !== 'text' || !inline.origin || inline.origin.kind === 'author' || !FIGURE.test(inline.text))
      return [];
    const places = contentSpans(inline.origin);
    return places.length === 0 ? [] : [{ value: inline.text, places }];
  });
}

/** A row is called by its first cell that is a name and not a number. */
export function rowLabel(row: readonly Cell[]): string {
  return row.map(plainText).find((text) => text !== '' && !/^[\d.%]+$/.test(text)) ?? '';
}

/** A column is called by the first line of its header; further lines are remarks. */
export function columnName(header: Cell): string {
  return textLines(header)[0] ?? '';
}
