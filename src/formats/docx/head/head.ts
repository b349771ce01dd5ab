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
import { markingLines } from '../../../layout/first-page-text.js';
import { mastheadTopMm } from '../../../layout/masthead.js';
import { type Style } from '../../../model/style.js';
import { mmToPoints } from '../../../layout/units.js';
import { blankLines, emptyLine, type Flow } from '../flow.js';
import { baselineDrop, redRule } from './head-metrics.js';
import { endsRuns, inlineRuns, textRun } from '../body/inlines.js';
import { letterHead } from './letter.js';
import { mastheadFlow, mastheadLift, roomBelowMasthead } from './masthead.js';
import { markingsFlow } from './markings.js';
import type { DocxContext } from '../context.js';
import { styleIds } from '../styles/style-ids.js';
import { upwardFlow } from './upward-document.js';

/** Level in the outline from 0; null where a paragraph is no heading. */
export type Outline = number | null;
/** In a volume the title of a document is a heading, or its number where it has no title; alone it is not. */
const FIRST_LEVEL = 0;

function outlined(outline: Outline): Pick<IParagraphOptions, 'outlineLevel'> {
  return outline === null ? {} : { outlineLevel: outline };
}

/** Everything above the text of page 1: 版头, 标题 and 主送机关 (7.2, 7.3.1, 7.3.2). */
export function headFlow(doc: Doc, { style, bound }: DocxContext): readonly Flow[] {
  const outline = bound ? FIRST_LEVEL : null;
  const text = doc.title.length === 0 ? [] : blankLines(style.blankLines.titleToText);
  return [
    ...kindOfHead(doc.head, style, doc.title.length === 0 ? outline : null),
    ...titleFlow(doc.title, outline),
    ...text,
    ...recipientsFlow(doc.recipients),
  ];
}

function kindOfHead(head: Head, style: Style, outline: Outline): readonly Flow[] {
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

function officialHead(head: OfficialHead, style: Style): readonly Flow[] {
  return [
    ...markWithRoom(head, style),
    ...linesBelowMark(head, style.blankLines.mastheadToNumber, style),
    ...(head.signers.length > 0 ? upwardFlow(head, style) : [numberLine(head.number)]),
    ...ruleFlow(head, style),
  ];
}

/** The number two lines below the mark, the text two lines below the number (10.2). */
function orderHead(head: OrderHead, outline: Outline, style: Style): readonly Flow[] {
  const { linePitch } = style.grid;
  return [
    ...markWithRoom(head, style),
    ...linesBelowMark(head, style.blankLines.mastheadToNumber, style),
    { ...numberLine(head.number), ...outlined(outline) },
    ...emptyLine(linePitch + baselineDrop(style)),
    ...blankLines(style.order.numberToText - 1),
  ];
}

/** The name, its number and who edits it, above the red rule. */
function titledHead(
  head: MinutesHead | BulletinHead,
  number: string,
  markToNumber: number,
  outline: Outline,
  style: Style,
): readonly Flow[] {
  const room = style.grid.cellsPerLine - 2;
  return [
    ...markWithRoom(head, style),
    ...linesBelowMark(head, markToNumber, style),
    { ...numberLine(number), ...outlined(outline) },
    ...blankLines(style.bulletin.issueToIssuer),
    ...endsRuns(head.issuer, head.date, room).map((children) => ({ style: styleIds.issuer, children })),
    ...ruleFlow(head, style),
  ];
}

function numberLine(number: string): IParagraphOptions {
  return { style: styleIds.issueNumber, children: [textRun(number)] };
}

function plainHead(head: PlainHead, style: Style): readonly Flow[] {
  const line = head.line === '' ? [] : [{ style: styleIds.draftLine, children: [textRun(head.line)] }];
  return [...markingsFlow(head), ...line, ...blankLines(style.blankLines.plainHeadToTitle)];
}

/** The mark, and the lines above it, which take their room from what is above it and do not push it down (7.2.4). */
function markWithRoom(head: RedHead, style: Style): readonly Flow[] {
  const above = markingLines(head) * style.grid.linePitch + mastheadLift(head, style);
  const room = emptyLine(mmToPoints(mastheadTopMm(head, style)) - above);
  return [...markingsFlow(head), ...room, ...mastheadFlow(head, style)];
}

/** Blank lines from the foot of the mark to the top of the characters of the next line (7.2.5). */
function linesBelowMark(head: RedHead, count: number, style: Style): readonly Flow[] {
  return [...emptyLine(style.grid.linePitch - roomBelowMasthead(head, style)), ...blankLines(count - 1)];
}

/**
 * The red rule (7.2.7) and the blank lines under it. The first of these gives back what the rule and the lines around it take
 * beyond the size of the characters and the 4 mm, so that the text of page 1 begins where it does in print.
 */
function ruleFlow(head: RedHead, style: Style): readonly Flow[] {
  const { gap, thick, excess } = redRule(head, style);
  const rule = head.preprinted ? emptyLine(gap + thick) : [{ style: styleIds.redRule }];
  const restored = emptyLine(style.grid.linePitch - excess + baselineDrop(style));
  return [...rule, ...restored, ...blankLines(style.blankLines.headToTitle - 1)];
}

/** 标题 in the lines that were chosen for it (7.3.1), one paragraph. */
export function titleFlow(lines: readonly string[], outline: Outline): readonly Flow[] {
  if (lines.length === 0) return [];
  const inlines = lines.flatMap((text, index) => [
    ...(index === 0 ? [] : [{ kind: 'break' } as const]),
    { kind: 'text', text } as const,
  ]);
  return [{ style: styleIds.title, ...outlined(outline), children: inlineRuns(inlines) }];
}

function recipientsFlow(recipients: readonly string[]): readonly Flow[] {
  if (recipients.length === 0) return [];
  return [{ style: styleIds.recipients, children: [textRun(`${recipients.join('，')}：`)] }];
}
