import { plainText } from '../../model/block.js';
import type { Block, Cell } from '../../model/block.js';
import type { Doc } from '../../model/doc.js';

/** The paragraphs outside tables, one text each. */
export function paragraphsOf({ blocks }: Doc): readonly string[] {
  return blocks.flatMap(paragraphsIn).filter((text) => text !== '');
}

function paragraphsIn(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [plainText(block.inlines)];
  return block.kind === 'landscape' ? block.blocks.flatMap(paragraphsIn) : [];
}

/** A row of totals is one in which a cell is printed strong; a filter must not sort it in among the others. */
export function isTotal(row: readonly Cell[]): boolean {
  return row.some((cell) => cell.some(({ kind }) => kind === 'strong'));
}
