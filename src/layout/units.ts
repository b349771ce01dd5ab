import type { Style } from '../model/style.js';

const POINTS_PER_MM = 72 / 25.4;

export function mmToPoints(mm: number): number {
  return mm * POINTS_PER_MM;
}

export function pointsToMm(points: number): number {
  return points / POINTS_PER_MM;
}

/** Points in twips (twentieths of a point), the unit of WordprocessingML, rounded. */
export function pointsToTwips(points: number): number {
  return Math.round(points * 20);
}

/** Width in points of one cell of the grid: a Han character and its letter spacing. */
export function cellWidth(style: Style): number {
  return style.size.body + style.grid.letterSpacing;
}
