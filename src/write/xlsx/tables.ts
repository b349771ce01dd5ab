import { plainText } from '../../model/block.js';
import type { Block, Cell, Table } from '../../model/block.js';
import type { Doc } from '../../model/doc.js';

/** The tables of a document in printed order, those on landscape pages and in attachments included. */
export function tablesOf({ blocks, attachments }: Doc): readonly Table[] {
  return [...blocks, ...attachments.flatMap((attachment) => attachment.blocks)].flatMap(tablesIn);
}

function tablesIn(block: Block): readonly Table[] {
  if (block.kind === 'table') return [block];
  return block.kind === 'landscape' || block.kind === 'quote' ? block.blocks.flatMap(tablesIn) : [];
}

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
