import type { Head } from '../../../model/doc.js';
import { mastheadFit } from '../../../layout/masthead.js';
import type { MastheadFit } from '../../../layout/measure.js';
import { type Style } from '../../../model/style.js';
import { mmToPoints } from '../../../layout/units.js';

/** With exact line spacing the baseline is at this share of the line height, whatever the typeface. */
export const BASELINE = 0.8;
/** Depth of the ink of a Han character below the baseline, in ems. */
const HAN_INK_DESCENT = 0.14;
/** Depth of the em square of a Han character below the baseline, in ems. */
export const HAN_SQUARE_DESCENT = 0.12;

/** The red rule in points: `gap` is the line above it, `excess` the height that the DOCX takes beyond the PDF here. */
export interface RedRule {
  readonly gap: number;
  readonly thickness: number;
  readonly excess: number;
}

/** The red rule is 4 mm below 发文字号 (7.2.7); the part of the line below its characters counts towards this distance. */
export function redRule(head: Head, style: Style): RedRule {
  const { grid, size } = style;
  const thickness = mmToPoints(head.kind === 'bulletin' ? style.bulletin.ruleMm : style.head.ruleMm);
  const distance = mmToPoints(style.head.ruleGapMm);
  const gap = distance - (grid.linePitch * (1 - BASELINE) - size.body * HAN_INK_DESCENT);
  const leading = (grid.linePitch - size.title) / 2;
  return { gap, thickness, excess: gap + leading - (distance - (grid.linePitch - size.body) / 2) };
}

/** Distance from the top of a grid line to the em squares of its characters, in points. */
export function spaceAboveCharacter({ grid, size }: Style): number {
  return grid.linePitch * BASELINE - size.body * (1 - HAN_SQUARE_DESCENT);
}

/** Distance by which Word sets the text of a grid line below the middle of the line, in points. */
export function baselineDrop(style: Style): number {
  return spaceAboveCharacter(style) - (style.grid.linePitch - style.size.body) / 2;
}

/** Run format of the masthead; a plain head has none and gets the default size of the style. */
export function mastheadFormat(head: Head, style: Style): MastheadFit {
  return head.kind === 'plain' ? { size: style.size.masthead, percent: 100 } : mastheadFit(head, style);
}
