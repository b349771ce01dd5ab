import type { Block, Table } from './block.js';
import type { Doc } from './doc.js';

/** The tables of a document in printed order, those on landscape pages and in attachments included. */
export function tablesOf({ blocks, attachments }: Pick<Doc, 'blocks' | 'attachments'>): readonly Table[] {
  return [...blocks, ...attachments.flatMap((attachment) => attachment.blocks)].flatMap(tablesIn);
}

function tablesIn(block: Block): readonly Table[] {
  if (block.kind === 'table') return [block];
  return block.kind === 'landscape' || block.kind === 'quote' ? block.blocks.flatMap(tablesIn) : [];
}
