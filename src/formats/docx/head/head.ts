import type { IParagraphOptions } from 'docx';
import type {
  BulletinHead,
  Doc,
  Head,
  MinutesHead,
  OfficialHead,
  OrderHead,
  PlainHead,
  RedHead,
} from '../../../model/doc.js';
import { markingCount } from '../../../layout/first-page-text.js';
import { mastheadTopMm } from '../../../layout/masthead.js';
import { type Style } from '../../../model/style.js';
import { mmToPoints } from '../../../layout/units.js';
import { blankLines, emptyLine, type FlowItem } from '../flow.js';
import { baselineDrop, redRule } from './head-metrics.js';
import { leftAndRightRuns, inlineRuns, textRun } from '../body/inlines.js';
import { letterHead } from './letter.js';
import { mastheadFlow, spaceAboveMastheadInk, spaceBelowMasthead } from './masthead.js';
import { markingsFlow } from './markings.js';
import type { DocxContext } from '../context.js';
import { styleIds } from '../styles/style-ids.js';
import { upwardFlow } from './upward-document.js';

/** Outline level from 0; null if the paragraph is body text. */
export type OutlineLevel = number | null;
/** In a volume the title of a document has an outline level, or its number if it has no title. */
const TITLE_OUTLINE_LEVEL = 0;

function outlineOptions(outline: OutlineLevel): Pick<IParagraphOptions, 'outlineLevel'> {
  return outline === null ? {} : { outlineLevel: outline };
}

/** The content of page 1 above the text: 版头, 标题 and 主送机关 (7.2, 7.3.1, 7.3.2). */
export function headFlow(doc: Doc, { style, inVolume }: DocxContext): readonly FlowItem[] {
  const outline = inVolume ? TITLE_OUTLINE_LEVEL : null;
  const blankLinesBelowTitle = doc.title.length === 0 ? [] : blankLines(style.blankLines.titleToText);
  return [
    ...headElementsFlow(doc.head, style, doc.title.length === 0 ? outline : null),
    ...titleFlow(doc.title, outline),
    ...blankLinesBelowTitle,
    ...recipientsFlow(doc.recipients),
  ];
}

function headElementsFlow(head: Head, style: Style, outline: OutlineLevel): readonly FlowItem[] {
  switch (head.kind) {
    case 'official':
      return officialHead(head, style);
    case 'letter':
      return letterHead(head, style);
    case 'order':
      return orderHead(head, outline, style);
    case 'minutes':
      return titledHead(head, head.number, style.blankLines.mastheadToNumber, outline, style);
    case 'bulletin':
      return titledHead(head, head.issue, style.bulletin.mastheadToIssue, outline, style);
    case 'plain':
      return plainHead(head, style);
  }
}

function officialHead(head: OfficialHead, style: Style): readonly FlowItem[] {
  return [
    ...mastheadWithSpaceAbove(head, style),
    ...linesBelowMasthead(head, style.blankLines.mastheadToNumber, style),
    ...(head.signers.length > 0 ? upwardFlow(head, style) : [numberLine(head.number)]),
    ...redRuleFlow(head, style),
  ];
}

/** The number is two lines below the masthead, the text two lines below the number (10.2). */
function orderHead(head: OrderHead, outline: OutlineLevel, style: Style): readonly FlowItem[] {
  const { linePitch } = style.grid;
  return [
    ...mastheadWithSpaceAbove(head, style),
    ...linesBelowMasthead(head, style.blankLines.mastheadToNumber, style),
    { ...numberLine(head.number), ...outlineOptions(outline) },
    ...emptyLine(linePitch + baselineDrop(style)),
    ...blankLines(style.order.numberToText - 1),
  ];
}

/** 版头 of minutes and bulletins: name, number, editing organ and date, above the red rule. */
function titledHead(
  head: MinutesHead | BulletinHead,
  number: string,
  mastheadToNumber: number,
  outline: OutlineLevel,
  style: Style,
): readonly FlowItem[] {
  const lineCells = style.grid.cellsPerLine - 2;
  return [
    ...mastheadWithSpaceAbove(head, style),
    ...linesBelowMasthead(head, mastheadToNumber, style),
    { ...numberLine(number), ...outlineOptions(outline) },
    ...blankLines(style.bulletin.issueToIssuer),
    ...leftAndRightRuns(head.issuer, head.date, lineCells).map((children) => ({ style: styleIds.issuer, children })),
    ...redRuleFlow(head, style),
  ];
}

function numberLine(number: string): IParagraphOptions {
  return { style: styleIds.issueNumber, children: [textRun(number)] };
}

function plainHead(head: PlainHead, style: Style): readonly FlowItem[] {
  const line = head.line === '' ? [] : [{ style: styleIds.draftLine, children: [textRun(head.line)] }];
  return [...markingsFlow(head), ...line, ...blankLines(style.blankLines.plainHeadToTitle)];
}

/**
 * The masthead and the markings above it. The markings reduce the space above the masthead and do not move it down
 * (7.2.4).
 */
function mastheadWithSpaceAbove(head: RedHead, style: Style): readonly FlowItem[] {
  const heightAbove = markingCount(head) * style.grid.linePitch + spaceAboveMastheadInk(head, style);
  const space = emptyLine(mmToPoints(mastheadTopMm(head, style)) - heightAbove);
  return [...markingsFlow(head), ...space, ...mastheadFlow(head, style)];
}

/** Blank lines from the bottom of the masthead's characters to the top of those of the next line (7.2.5). */
function linesBelowMasthead(head: RedHead, count: number, style: Style): readonly FlowItem[] {
  return [...emptyLine(style.grid.linePitch - spaceBelowMasthead(head, style)), ...blankLines(count - 1)];
}

/**
 * The red rule (7.2.7) and the blank lines below it. The first blank line is reduced by the height that the rule and
 * the lines around it take beyond the characters and the 4 mm, so that the text of page 1 begins where it does in the
 * PDF.
 */
function redRuleFlow(head: RedHead, style: Style): readonly FlowItem[] {
  const { gap, thickness, excess } = redRule(head, style);
  const rule = head.preprinted ? emptyLine(gap + thickness) : [{ style: styleIds.redRule }];
  const firstBlankLine = emptyLine(style.grid.linePitch - excess + baselineDrop(style));
  return [...rule, ...firstBlankLine, ...blankLines(style.blankLines.headToTitle - 1)];
}

/** 标题 as one paragraph with the given line breaks (7.3.1). */
export function titleFlow(lines: readonly string[], outline: OutlineLevel): readonly FlowItem[] {
  if (lines.length === 0) return [];
  const inlines = lines.flatMap((text, index) => [
    ...(index === 0 ? [] : [{ kind: 'break' } as const]),
    { kind: 'text', text } as const,
  ]);
  return [{ style: styleIds.title, ...outlineOptions(outline), children: inlineRuns(inlines) }];
}

function recipientsFlow(recipients: readonly string[]): readonly FlowItem[] {
  if (recipients.length === 0) return [];
  return [{ style: styleIds.recipients, children: [textRun(`${recipients.join('，')}：`)] }];
}
