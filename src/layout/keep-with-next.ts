import { plainText, type Block, type Paragraph } from '../model/block.js';
import type { Doc } from '../model/doc.js';
import { widthInCells } from './measure.js';
import type { Style } from '../model/style.js';

/** A last paragraph, with the lists below it, is kept with the sign-off up to this number of lines. */
const MAX_KEPT_LINES = 16;
/** 附件说明 and the attendance lists of minutes are kept on one page up to this number of lines. */
const MAX_KEPT_NAME_LINES = 8;

/**
 * Lines between the text and the sign-off: one for each attachment in 附件说明, and as many as its names need for each
 * attendance list (10.3).
 */
export function linesBeforeSignOff({ attachments, attendance }: Doc, { grid }: Style): number {
  const attendanceLines = attendance.map(({ label, names }) => {
    const availableCells = grid.cellsPerLine - 2 - widthInCells(`${label}：`);
    return Math.ceil(widthInCells(names.join('，')) / availableCells);
  });
  return attendanceLines.reduce((sum, lines) => sum + lines, attachments.length);
}

/** Number of list lines, counted from the last, that are kept with the sign-off: all if they are few, otherwise one. */
export function linesKeptWithSignOff(count: number): number {
  return count > MAX_KEPT_NAME_LINES ? 1 : count;
}

/**
 * Number of blocks at the end of a text that are kept with the sign-off, so that neither a sign-off nor 版记 is on a page
 * without text: a short last paragraph or list item, and the headings directly above it. Returns 0 if that would be the
 * whole text, because page 1 must show text (7.3.3), or if the `listLines` lines of lists in between are too many.
 */
export function blocksKeptWithSignOff(blocks: readonly Block[], style: Style, listLines = 0): number {
  if (listLines !== linesKeptWithSignOff(listLines)) return 0;
  const maxLines = MAX_KEPT_LINES - (listLines === 0 ? 0 : listLines + style.blankLines.textToAttachments);
  const last = blocks.at(-1);
  const paragraph = lastParagraph(last);
  if (paragraph?.kind !== 'paragraph' || lineCount(paragraph, style) > maxLines) return 0;
  if (last?.kind === 'list' && last.items.length > 1) return 1;
  const lastTextIndex = blocks.slice(0, -1).findLastIndex((block) => block.kind !== 'heading' || block.level === 0);
  return lastTextIndex === -1 ? 0 : blocks.length - 1 - lastTextIndex;
}

/** The block itself or, for a list, the only block of its last item; undefined if that item has several blocks. */
function lastParagraph(block: Block | undefined): Block | undefined {
  if (block?.kind !== 'list') return block;
  const itemBlocks = block.items.at(-1)?.blocks ?? [];
  return itemBlocks.length === 1 ? itemBlocks[0] : undefined;
}

function lineCount({ inlines }: Paragraph, { grid }: Style): number {
  return Math.ceil(widthInCells(plainText(inlines)) / grid.cellsPerLine);
}
