import type { Attachment } from '../../../model/doc.js';
import { attachmentHang } from '../../../layout/measure.js';
import type { Style } from '../../../model/style.js';
import { blankLines, type Flow } from '../flow.js';
import { inCells } from '../geometry.js';
import { titleFlow } from '../head/head.js';
import { textRun } from './inlines.js';
import type { DocxContext } from '../context.js';
import { styleIds } from '../styles/style-ids.js';

/** 附件说明 (7.3.4): a line below the text; a name that wraps hangs from its own first character. */
export function attachmentListFlow(attachments: readonly Attachment[], style: Style): readonly Flow[] {
  if (attachments.length === 0) return [];
  const alone = attachments.length === 1;
  const lines = attachments.map((attachment, index) => listLine(attachment, index === 0, alone, style));
  return [...blankLines(style.blankLines.textToAttachments), ...lines];
}

function listLine(attachment: Attachment, first: boolean, alone: boolean, style: Style): Flow {
  const number = alone ? null : attachment.number;
  const hang = attachmentHang(number, first);
  const label = `${first ? '附件：' : ''}${number === null ? '' : `${number}.`}`;
  const indent = { left: inCells(hang.name, style), hanging: inCells(hang.name - hang.start, style) };
  const text = `${label}${attachment.title}${attachment.remark}`;
  return { style: styleIds.attachmentList, indent, children: [textRun(text)] };
}

/** In a volume attachments stand below the title of their document. */
const SECOND_LEVEL = 1;

/** The head of an attachment's own first page (7.3.7): its number on line 1, its title on line 3. */
export function attachmentHeadFlow(
  attachment: Attachment,
  alone: boolean,
  { style, bound }: DocxContext,
): readonly Flow[] {
  const title = attachment.lines.length > 0 ? attachment.lines : [attachment.title];
  const label = { style: styleIds.attachmentLabel, children: [textRun(`附件${alone ? '' : attachment.number}`)] };
  const { attachmentNumberToTitle, titleToText } = style.blankLines;
  return [
    label,
    ...blankLines(attachmentNumberToTitle),
    ...titleFlow(title, bound ? SECOND_LEVEL : null),
    ...blankLines(titleToText),
  ];
}

/** Whether an attachment is bound into the document, and not a file of its own beside it. */
export function isBound(attachment: Attachment): boolean {
  return attachment.blocks.length > 0 || attachment.lines.length > 0;
}
