import type { Attachment } from '../../model/doc.js';
import { attachmentIndents } from '../../layout/measure.js';
import type { Style } from '../../model/style.js';
import { subordinateLevel, sourceAttributes } from './blocks.js';
import { type BlockContext } from './context.js';
import { titleMarkup } from './head.js';
import { inCells } from './css/length.js';
import { blankLines, element, fragment, type Markup } from './markup.js';

/** 附件说明 (7.3.4), one line below the text; names have a hanging indent at their first character. */
export function attachmentListMarkup(attachments: readonly Attachment[], style: Style): readonly Markup[] {
  if (attachments.length === 0) return [];
  const alone = attachments.length === 1;
  const lines = attachments.map((attachment, index) => listLine(attachment, index === 0, alone, style));
  return [blankLines(style.blankLines.textToAttachments), ...lines];
}

function listLine(attachment: Attachment, first: boolean, alone: boolean, style: Style): Markup {
  const number = alone ? null : attachment.number;
  const hang = attachmentIndents(number, first);
  const labelWidth = inCells(hang.name - hang.start, style);
  const label = `${first ? '附件：' : ''}${number === null ? '' : `${number}.`}`;
  const indent = `padding-left:${inCells(hang.name, style)};text-indent:-${labelWidth}`;
  const name = attachment.title + attachment.remark;
  return element(
    'p',
    { style: indent },
    element('span', { class: 'label', style: `width:${labelWidth}` }, label),
    name,
  );
}

/** The head of the first page of an attachment (7.3.7): its number on line 1, its title on line 3. */
export function attachmentHeadMarkup(attachment: Attachment, alone: boolean, { style, bound }: BlockContext): Markup {
  const label = `附件${alone ? '' : attachment.number}`;
  const title = attachment.lines.length > 0 ? attachment.lines : [attachment.title];
  return fragment(
    element('p', { class: 'grade', ...sourceAttributes(attachment.span) }, label),
    blankLines(style.blankLines.attachmentNumberToTitle),
    titleMarkup(title, style, subordinateLevel(bound)),
  );
}

/** Whether an attachment is part of the document, not a separate file. */
export function isBound(attachment: Attachment): boolean {
  return attachment.blocks.length > 0 || attachment.lines.length > 0;
}
