import type { Attachment } from '../../../model/doc.js';
import { attachmentIndents } from '../../../layout/measure.js';
import type { Style } from '../../../model/style.js';
import { blankLines, type FlowItem } from '../flow.js';
import { cellsToTwips } from '../geometry.js';
import { titleFlow } from '../head/head.js';
import { textRun } from './inlines.js';
import type { DocxContext } from '../context.js';
import { styleIds } from '../styles/style-ids.js';

/** 附件说明 (7.3.4), a line below the text; wrapped lines align with the first character of the name. */
export function attachmentListFlow(attachments: readonly Attachment[], style: Style): readonly FlowItem[] {
  if (attachments.length === 0) return [];
  const isOnly = attachments.length === 1;
  const lines = attachments.map((attachment, index) => listLine(attachment, index === 0, isOnly, style));
  return [...blankLines(style.blankLines.textToAttachments), ...lines];
}

function listLine(attachment: Attachment, isFirst: boolean, isOnly: boolean, style: Style): FlowItem {
  const number = isOnly ? null : attachment.number;
  const hang = attachmentIndents(number, isFirst);
  const label = `${isFirst ? '附件：' : ''}${number === null ? '' : `${number}.`}`;
  const indent = { left: cellsToTwips(hang.name, style), hanging: cellsToTwips(hang.name - hang.start, style) };
  const text = `${label}${attachment.title}${attachment.remark}`;
  return { style: styleIds.attachmentList, indent, children: [textRun(text)] };
}

/** Outline level of attachments in a volume: below the title of their document. */
const ATTACHMENT_OUTLINE_LEVEL = 1;

/** The head of an attachment's first page (7.3.7): the number on line 1, the title on line 3. */
export function attachmentHeadFlow(
  attachment: Attachment,
  isOnly: boolean,
  { style, inVolume }: DocxContext,
): readonly FlowItem[] {
  const title = attachment.lines.length > 0 ? attachment.lines : [attachment.title];
  const label = { style: styleIds.attachmentLabel, children: [textRun(`附件${isOnly ? '' : attachment.number}`)] };
  const { attachmentNumberToTitle, titleToText } = style.blankLines;
  return [
    label,
    ...blankLines(attachmentNumberToTitle),
    ...titleFlow(title, inVolume ? ATTACHMENT_OUTLINE_LEVEL : null),
    ...blankLines(titleToText),
  ];
}

/** Whether an attachment is part of the document, rather than a separate file. */
export function hasOwnPages(attachment: Attachment): boolean {
  return attachment.blocks.length > 0 || attachment.lines.length > 0;
}
