import type { RedHead } from '../model/doc.js';
import { widthInCells, fitLine, fitMasthead, typeArea, type MastheadFit } from './measure.js';
import type { Style } from '../model/style.js';

/** The text of a masthead (发文机关标志): names one below the other, and the suffix to their right, such as 文件. */
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

/** Size and horizontal scale at which the masthead fits the 版心. */
export function mastheadFit(head: RedHead, style: Style): MastheadFit {
  const { names, suffix } = mastheadOf(head);
  if (head.kind !== 'bulletin') return fitMasthead(names, suffix, style);
  return fitLine(widthInCells(head.name), style.size.bulletinMasthead, typeArea(style).width);
}

/** Number of lines of a masthead. */
export function mastheadRows(head: RedHead): number {
  return Math.max(1, mastheadOf(head).names.length);
}

/**
 * From the top of the 版心 to the top of the masthead, in millimetres; negative for a letter, whose masthead is above the
 * 版心.
 */
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
