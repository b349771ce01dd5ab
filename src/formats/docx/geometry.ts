import type { Attachment } from '../../model/doc.js';
import { filledHeightMm } from '../../layout/measure.js';
import { type Style } from '../../model/style.js';
import { cell, mmToPoints, twips } from '../../layout/units.js';

export type Orientation = Attachment['orientation'];

/** A sheet and its margins in twips. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export function mmTwips(mm: number): number {
  return twips(mmToPoints(mm));
}

/** The sheet of 5.1 and 5.2.1; a landscape one is the same sheet turned clockwise, so its top is the left edge of the book (clause 8). */
export function sheet(style: Style, orientation: Orientation): Sheet {
  const { page } = style;
  const [width, height] = [mmTwips(page.widthMm), mmTwips(page.heightMm)];
  const [top, right, bottom, left] = [page.topMm, page.rightMm, page.bottomMm, page.leftMm].map(marginTwips) as Margins;
  return orientation === 'portrait'
    ? { width, height, top, right, bottom, left }
    : { width: height, height: width, top: left, right: top, bottom: turnedBottom(style), left: bottom };
}

/**
 * Turned pages are filled with tables, and a table ends its pages where it does in the browser, which was measured to let
 * one end half a rule lower. Upright pages are filled with lines of the grid.
 */
function turnedBottom({ page, table }: Style): number {
  const { widthMm, leftMm, rightMm } = page;
  return marginTwips(widthMm - leftMm - filledHeightMm(widthMm - leftMm - rightMm)) - twips(table.rule / 2);
}

type Margins = [number, number, number, number];

/** Rounded down, so that 22 × 579 twips always find room. */
function marginTwips(mm: number): number {
  return Math.floor(mmToPoints(mm) * 20);
}

/** Width of the 版心 in twips, rounded down to what stands between the margins of the standard. */
export function textWidth(style: Style, orientation: Orientation): number {
  const { width, left, right } = sheet(style, orientation);
  return width - left - right;
}

/** Cells of the body's grid in twips. */
export function inCells(count: number, style: Style): number {
  return twips(count * cell(style));
}

/** One character of 4号 with its spacing, the cell of 版记, in twips. */
export function smallCell(style: Style): number {
  return twips(style.size.small + style.grid.letterSpacing);
}
