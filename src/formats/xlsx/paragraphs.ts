import { plainText } from '../../model/block.js';
import type { Block } from '../../model/block.js';
import type { Doc } from '../../model/doc.js';

/** The texts of the paragraphs outside tables. */
export function paragraphsOf({ blocks }: Doc): readonly string[] {
  return blocks.flatMap(paragraphsIn).filter((text) => text !== '');
}

function paragraphsIn(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [plainText(block.inlines)];
  return block.kind === 'landscape' ? block.blocks.flatMap(paragraphsIn) : [];
}
