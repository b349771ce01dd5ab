import type { RedHead } from '../model/doc.js';
import { cells, fitLine, fitMasthead, typeArea, type MastheadFit } from './measure.js';
import type { Style } from '../model/style.js';

/** What a mark is made of: names one below the other, and what stands to their right. */
export interface MastheadText {
  readonly names: readonly string[];
  readonly suffix: string;
}

export function mastheadOf(head: RedHead): MastheadText {
  switch (head.kind) {
    case 'official':
    case 'order':
      return { names: head.organs, suffix: head.suffix };
    case 'letter':
      return { names: [head.organ], suffix: '' };
    case 'minutes':
    case 'bulletin':
      return { names: [head.name], suffix: '' };
  }
}

/** How the mark of a head is set so that it fits the 版心. */
export function mastheadFit(head: RedHead, style: Style): MastheadFit {
  const { names, suffix } = mastheadOf(head);
  if (head.kind !== 'bulletin') return fitMasthead(names, suffix, style);
  return fitLine(cells(head.name), style.size.bulletinMasthead, typeArea(style).width);
}

/** Lines that the names of a mark take. */
export function mastheadRows(head: RedHead): number {
  return Math.max(1, mastheadOf(head).names.length);
}

/** From the top of the 版心 to the top of the mark, in millimetres; a letter's mark is above the 版心. */
export function mastheadTopMm(head: RedHead, style: Style): number {
  switch (head.kind) {
    case 'official':
    case 'minutes':
      return style.head.mastheadTopMm;
    case 'order':
      return style.order.mastheadTopMm;
    case 'letter':
      return style.letter.mastheadTopMm - style.page.topMm;
    case 'bulletin':
      return style.bulletin.mastheadTopMm;
  }
}
