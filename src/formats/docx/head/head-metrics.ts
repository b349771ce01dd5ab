import type { Head } from '../../../model/doc.js';
import { mastheadFit } from '../../../layout/masthead.js';
import type { MastheadFit } from '../../../layout/measure.js';
import { type Style } from '../../../model/style.js';
import { mmToPoints } from '../../../layout/units.js';

/** Exact spacing puts the baseline at this share of the line, whatever the face. */
export const BASELINE = 0.8;
/** How far a Han character reaches below the baseline, in ems. */
const HAN_DESCENT = 0.14;
/** How far the square of a Han character reaches below the baseline, in ems. */
export const HAN_BELOW = 0.12;

/** The red rule in points: the line that makes its distance, its thickness, and what both take beyond the printed page's. */
export interface RedRule {
  readonly gap: number;
  readonly thick: number;
  readonly excess: number;
}

/** 4 mm from the foot of 发文字号 (7.2.7); its line reaches below its characters, which counts towards the distance. */
export function redRule(head: Head, style: Style): RedRule {
  const { grid, size } = style;
  const thick = mmToPoints(head.kind === 'bulletin' ? style.bulletin.ruleMm : style.head.ruleMm);
  const distance = mmToPoints(style.head.ruleGapMm);
  const gap = distance - (grid.linePitch * (1 - BASELINE) - size.body * HAN_DESCENT);
  const leading = (grid.linePitch - size.title) / 2;
  return { gap, thick, excess: gap + leading - (distance - (grid.linePitch - size.body) / 2) };
}

/** From the top of a line of the grid down to the squares of its characters, in points. */
export function squareTop({ grid, size }: Style): number {
  return grid.linePitch * BASELINE - size.body * (1 - HAN_BELOW);
}

/** How much lower Word puts the text in a line of the grid than in its middle, in points. */
export function baselineDrop(style: Style): number {
  return squareTop(style) - (style.grid.linePitch - style.size.body) / 2;
}

/** How the mark is set; a plain head has none and takes the size of the style. */
export function mastheadLook(head: Head, style: Style): MastheadFit {
  return head.kind === 'plain' ? { size: style.size.masthead, percent: 100 } : mastheadFit(head, style);
}
