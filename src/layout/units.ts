import type { Style } from '../model/style.js';

const POINTS_PER_MM = 72 / 25.4;

export function mmToPoints(mm: number): number {
  return mm * POINTS_PER_MM;
}

export function pointsToMm(points: number): number {
  return points / POINTS_PER_MM;
}

/** Twentieths of a point, the unit of WordprocessingML. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Width of one cell of the grid: a Han character and its spacing. */
export function cell(style: Style): number {
  return style.size.body + style.grid.letterSpacing;
}
