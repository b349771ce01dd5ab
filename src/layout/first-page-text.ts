import type { Head, Markings, RedHead } from '../model/doc.js';
import { mastheadFit, mastheadRows, mastheadTopMm } from './masthead.js';
import { cells, typeArea } from './measure.js';
import { type Style } from '../model/style.js';
import { mmToPoints } from './units.js';

/** Whether page 1 shows a line of the text below so many recipients; otherwise they belong in 版记 (7.3.2, 7.3.3). */
export function showsText(head: Head, title: readonly string[], recipients: readonly string[], style: Style): boolean {
  const { grid, blankLines } = style;
  const lines = Math.ceil(cells(`${recipients.join('，')}：`) / grid.cellsPerLine);
  const below = title.length + blankLines.titleToText + lines + 1;
  return headHeight(head, style) + below * grid.linePitch <= typeArea(style).height;
}

/** About how far the title of page 1 begins below the top of the 版心, in points. */
function headHeight(head: Head, style: Style): number {
  const { blankLines, grid } = style;
  if (head.kind === 'plain') return (markingLines(head) + 1 + blankLines.plainHeadToTitle) * grid.linePitch;
  const mark = mastheadFit(head, style).size * mastheadRows(head);
  const lines = linesBelowMark(head, style) + blankLines.headToTitle;
  return mmToPoints(mastheadTopMm(head, style) + style.head.ruleGapMm) + mark + lines * grid.linePitch;
}

function linesBelowMark(head: RedHead, { blankLines, bulletin }: Style): number {
  switch (head.kind) {
    case 'official':
      return blankLines.mastheadToNumber + Math.max(1, Math.ceil(head.signers.length / 2));
    case 'order':
      return blankLines.mastheadToNumber + 1;
    case 'letter':
      return Math.max(1, markingLines(head));
    case 'minutes':
    case 'bulletin':
      return blankLines.mastheadToNumber + 2 + bulletin.issueToIssuer;
  }
}

/** How many of 份号, 密级 and 紧急程度 a document bears, each on a line of its own. */
export function markingLines({ copyNumber, classification, urgency }: Markings): number {
  return [copyNumber, classification, urgency].filter((text) => text !== '').length;
}
