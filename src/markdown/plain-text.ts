import { plainText } from '../model/block.js';
import type { Block } from '../model/block.js';

/** The visible text of blocks, one line per block or cell, without numbers and list markers. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.map(textOf).join('\n');
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.inlines);
    case 'list':
      return block.items.map((item) => blocksText(item.blocks)).join('\n');
    case 'table':
      return [block.header, ...block.rows].flat().map(plainText).join('\n');
    case 'quote':
    case 'landscape':
      return blocksText(block.blocks);
    case 'image':
    case 'chart':
    case 'page-break':
      return '';
  }
}

/** Length in code points, without white space. */
export function characterCount(text: string): number {
  return [...text.replace(/\s/gu, '')].length;
}
