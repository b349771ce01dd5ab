import { plainText, type Block, type Paragraph } from '../model/block.js';
import type { Doc } from '../model/doc.js';
import { cells } from './measure.js';
import type { Style } from '../model/style.js';

/** Lines that a paragraph, and the lists under it, may have to move to the next page as a whole. */
const FEW_LINES = 16;
/** Lines that 附件说明 and the lists of minutes may have to move as a whole. */
const FEW_NAMES = 8;

/** A name of 附件说明 is a line; who came to a meeting takes as many as the names need (10.3). */
export function linesBeforeSignOff({ attachments, attendance }: Doc, { grid }: Style): number {
  const lists = attendance.map(({ label, names }) => {
    const room = grid.cellsPerLine - 2 - cells(`${label}：`);
    return Math.ceil(cells(names.join('，')) / room);
  });
  return lists.reduce((sum, lines) => sum + lines, attachments.length);
}

/** Lines before the sign-off, counted from the last, that stay on one page with it: all of them where they are few. */
export function namesKeptWithSignOff(count: number): number {
  return count > FEW_NAMES ? 1 : count;
}

/**
 * How many blocks at the end of a text stay on one page with what closes it, so that neither a sign-off nor 版记 stands
 * on a page without text: a last paragraph that is short, or an item of a list, and the headings right over it. None
 * where that would be the whole text, as page 1 must show text (7.3.3), or where long lists of the given number of
 * lines stand between them.
 */
export function blocksKeptWithSignOff(blocks: readonly Block[], style: Style, lists = 0): number {
  if (lists !== namesKeptWithSignOff(lists)) return 0;
  const room = FEW_LINES - (lists === 0 ? 0 : lists + style.blankLines.textToAttachments);
  const last = blocks.at(-1);
  const paragraph = lastParagraph(last);
  if (paragraph?.kind !== 'paragraph' || linesOf(paragraph, style) > room) return 0;
  if (last?.kind === 'list' && last.items.length > 1) return 1;
  const text = blocks.slice(0, -1).findLastIndex((block) => block.kind !== 'heading' || block.level === 0);
  return text === -1 ? 0 : blocks.length - 1 - text;
}

/** The last paragraph of a text, in a list its last item. */
function lastParagraph(block: Block | undefined): Block | undefined {
  if (block?.kind !== 'list') return block;
  const inside = block.items.at(-1)?.blocks ?? [];
  return inside.length === 1 ? inside[0] : undefined;
}

function linesOf({ inlines }: Paragraph, { grid }: Style): number {
  return Math.ceil(cells(plainText(inlines)) / grid.cellsPerLine);
}
