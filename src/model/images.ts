import type { Block, Image } from './block.js';
import type { Doc } from './doc.js';

/** Every picture that a document shows, in reading order. */
export function imagesOf(doc: Doc): readonly Image[] {
  return [...doc.blocks, ...doc.attachments.flatMap((attachment) => attachment.blocks)].flatMap(imagesIn);
}

/** The pictures in a block and in what it holds. */
export function imagesIn(block: Block): readonly Image[] {
  switch (block.kind) {
    case 'image':
      return [block];
    case 'landscape':
    case 'quote':
      return block.blocks.flatMap(imagesIn);
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(imagesIn));
    case 'heading':
    case 'paragraph':
    case 'table':
    case 'page-break':
      return [];
  }
}
