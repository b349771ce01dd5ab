import type { Attachment } from '../../model/doc.js';
import { usableHeightMm } from '../../layout/measure.js';
import { type Style } from '../../model/style.js';
import { cellWidth, mmToPoints, pointsToTwips } from '../../layout/units.js';

export type Orientation = Attachment['orientation'];

/** Page size and margins in twips. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export function mmToTwips(mm: number): number {
  return pointsToTwips(mmToPoints(mm));
}

/**
 * Page size and margins of 5.1 and 5.2.1. A landscape page is the same sheet rotated clockwise, so its top is at the
 * left edge of the book (clause 8).
 */
export function sheet(style: Style, orientation: Orientation): Sheet {
  const { page } = style;
  const [width, height] = [mmToTwips(page.widthMm), mmToTwips(page.heightMm)];
  const [top, right, bottom, left] = [page.topMm, page.rightMm, page.bottomMm, page.leftMm].map(marginTwips) as Margins;
  return orientation === 'portrait'
    ? { width, height, top, right, bottom, left }
    : { width: height, height: width, top: left, right: top, bottom: landscapeBottom(style), left: bottom };
}

/**
 * Bottom margin of a landscape page. Landscape pages mostly hold tables, which must be split at the same rows as in the
 * browser; by measurement, the browser lets a table end half a rule lower. Portrait pages hold lines of the grid.
 */
function landscapeBottom({ page, table }: Style): number {
  const { widthMm, leftMm, rightMm } = page;
  return marginTwips(widthMm - leftMm - usableHeightMm(widthMm - leftMm - rightMm)) - pointsToTwips(table.rule / 2);
}

type Margins = [number, number, number, number];

/** Rounded down, so that 22 × 579 twips always fit. */
function marginTwips(mm: number): number {
  return Math.floor(mmToPoints(mm) * 20);
}

/** Width of the 版心 in twips: the page width less the margins. */
export function textWidth(style: Style, orientation: Orientation): number {
  const { width, left, right } = sheet(style, orientation);
  return width - left - right;
}

/** Converts cells of the body grid to twips. */
export function cellsToTwips(count: number, style: Style): number {
  return pointsToTwips(count * cellWidth(style));
}

/** Width in twips of a cell of 版记: a 4号 character and its letter spacing. */
export function smallCellWidth(style: Style): number {
  return pointsToTwips(style.size.small + style.grid.letterSpacing);
}
