import type { RedHead } from '../model/doc.js';
import { cells, fitLine, fitMark, typeArea, type MarkFit } from './measure.js';
import type { Style } from '../model/style.js';

/** What a mark is made of: names one below the other, and what stands to their right. */
export interface Mark {
  readonly names: readonly string[];
  readonly suffix: string;
}

export function markOf(head: RedHead): Mark {
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
export function markFit(head: RedHead, style: Style): MarkFit {
  const { names, suffix } = markOf(head);
  if (head.kind !== 'bulletin') return fitMark(names, suffix, style);
  return fitLine(cells(head.name), style.size.bulletinMark, typeArea(style).width);
}

/** Lines that the names of a mark take. */
export function markRows(head: RedHead): number {
  return Math.max(1, markOf(head).names.length);
}

/** From the top of the 版心 to the top of the mark, in millimetres; a letter's mark is above the 版心. */
export function markTopMm(head: RedHead, style: Style): number {
  switch (head.kind) {
    case 'official':
    case 'minutes':
      return style.head.markTopMm;
    case 'order':
      return style.order.markTopMm;
    case 'letter':
      return style.letter.markTopMm - style.page.topMm;
    case 'bulletin':
      return style.bulletin.markTopMm;
  }
}
