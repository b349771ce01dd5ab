import { plainText, type Block, type Paragraph } from './block.js';
import { cells } from './measure.js';
import type { Style } from './style.js';

/** Lines that a paragraph may have to move to the next page as a whole. */
const FEW_LINES = 16;

/**
 * How many blocks at the end of a text stay on one page with what closes it, so that neither a sign-off nor 版记 stands
 * on a page without text: a last paragraph that is short, or an item of a list, and the headings right over it. None
 * where that would be the whole text, as page 1 must show text (7.3.3).
 */
export function closingBlocks(blocks: readonly Block[], style: Style): number {
  const last = blocks.at(-1);
  const paragraph = last?.kind === 'list' ? lastParagraph(last.items.at(-1)?.blocks ?? []) : last;
  if (paragraph?.kind !== 'paragraph' || linesOf(paragraph, style) > FEW_LINES) return 0;
  if (last?.kind === 'list' && last.items.length > 1) return 1;
  const text = blocks.slice(0, -1).findLastIndex((block) => block.kind !== 'heading' || block.level === 0);
  return text === -1 ? 0 : blocks.length - 1 - text;
}

function lastParagraph(blocks: readonly Block[]): Block | undefined {
  return blocks.length === 1 ? blocks[0] : undefined;
}

function linesOf({ inlines }: Paragraph, { grid }: Style): number {
  return Math.ceil(cells(plainText(inlines)) / grid.cellsPerLine);
}
