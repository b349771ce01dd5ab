const EMU_PER_POINT = 12_700;
const PIXELS_PER_POINT = 96 / 72;

/** Points in English metric units, in which DrawingML gives positions. */
export function pointsToEmu(points: number): number {
  return Math.round(points * EMU_PER_POINT);
}

/** Points in pixels of 1/96 inch, in which `docx` takes sizes. */
export function pointsToPixels(points: number): number {
  return points * PIXELS_PER_POINT;
}
