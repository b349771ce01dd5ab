import type { Head, Markings, RedHead } from '../model/doc.js';
import { mastheadFit, mastheadRows, mastheadTopMm } from './masthead.js';
import { widthInCells, typeArea } from './measure.js';
import { type Style } from '../model/style.js';
import { mmToPoints } from './units.js';

/** Whether page 1 has space for a line of text below the recipients; if not, they belong in 版记 (7.3.2, 7.3.3). */
export function firstPageShowsText(
  head: Head,
  title: readonly string[],
  recipients: readonly string[],
  style: Style,
): boolean {
  const { grid, blankLines } = style;
  const lines = Math.ceil(widthInCells(`${recipients.join('，')}：`) / grid.cellsPerLine);
  const below = title.length + blankLines.titleToText + lines + 1;
  return headHeight(head, style) + below * grid.linePitch <= typeArea(style).height;
}

/** Estimated distance from the top of the 版心 to the title, in points. */
function headHeight(head: Head, style: Style): number {
  const { blankLines, grid } = style;
  if (head.kind === 'plain') return (markingCount(head) + 1 + blankLines.plainHeadToTitle) * grid.linePitch;
  const mastheadHeight = mastheadFit(head, style).size * mastheadRows(head);
  const lines = linesBelowMasthead(head, style) + blankLines.headToTitle;
  return mmToPoints(mastheadTopMm(head, style) + style.head.ruleGapMm) + mastheadHeight + lines * grid.linePitch;
}

function linesBelowMasthead(head: RedHead, { blankLines, bulletin }: Style): number {
  switch (head.kind) {
    case 'official':
      return blankLines.mastheadToNumber + Math.max(1, Math.ceil(head.signers.length / 2));
    case 'order':
      return blankLines.mastheadToNumber + 1;
    case 'letter':
      return Math.max(1, markingCount(head));
    case 'minutes':
    case 'bulletin':
      return blankLines.mastheadToNumber + 2 + bulletin.issueToIssuer;
  }
}

/** Number of markings (份号, 密级, 紧急程度) of a document, each of which takes a line. */
export function markingCount({ copyNumber, classification, urgency }: Markings): number {
  return [copyNumber, classification, urgency].filter((text) => text !== '').length;
}
