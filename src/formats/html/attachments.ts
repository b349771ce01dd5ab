import type { Attachment } from '../../model/doc.js';
import { attachmentHang } from '../../layout/measure.js';
import type { Style } from '../../model/style.js';
import { belowTitle, place } from './blocks.js';
import { type BlockContext } from './context.js';
import { titleMarkup } from './head.js';
import { inCells } from './css/length.js';
import { blankLines, element, fragment, type Markup } from './markup.js';

/** 附件说明 (7.3.4): a line below the text; a name that wraps hangs from its own first character. */
export function attachmentListMarkup(attachments: readonly Attachment[], style: Style): readonly Markup[] {
  if (attachments.length === 0) return [];
  const alone = attachments.length === 1;
  const lines = attachments.map((attachment, index) => listLine(attachment, index === 0, alone, style));
  return [blankLines(style.blankLines.textToAttachments), ...lines];
}

function listLine(attachment: Attachment, first: boolean, alone: boolean, style: Style): Markup {
  const number = alone ? null : attachment.number;
  const hang = attachmentHang(number, first);
  const room = inCells(hang.name - hang.start, style);
  const label = `${first ? '附件：' : ''}${number === null ? '' : `${number}.`}`;
  const indent = `padding-left:${inCells(hang.name, style)};text-indent:-${room}`;
  const name = attachment.title + attachment.remark;
  return element('p', { style: indent }, element('span', { class: 'label', style: `width:${room}` }, label), name);
}

/** The head of an attachment's own first page (7.3.7): its number on line 1, its title on line 3. */
export function attachmentHeadMarkup(attachment: Attachment, alone: boolean, { style, bound }: BlockContext): Markup {
  const label = `附件${alone ? '' : attachment.number}`;
  const title = attachment.lines.length > 0 ? attachment.lines : [attachment.title];
  return fragment(
    element('p', { class: 'grade', ...place(attachment.span) }, label),
    blankLines(style.blankLines.attachmentNumberToTitle),
    titleMarkup(title, style, belowTitle(bound)),
  );
}

/** Whether an attachment is bound into the document, and not a file of its own beside it. */
export function isBound(attachment: Attachment): boolean {
  return attachment.blocks.length > 0 || attachment.lines.length > 0;
}
