import { widthInCells, typeArea } from './measure.js';
import type { Style } from '../model/style.js';
import type { Cover } from '../model/volume.js';

/** Grid lines that the red rule takes. */
const RED_RULE_LINES = 1;

/** Font size of a cover title in points, a multiple of 0.5. */
export function coverTitleSize({ title }: Cover, style: Style): number {
  const { titleSize, titleShare } = style.cover;
  const widest = Math.max(1, ...title.map(widthInCells));
  return Math.min(titleSize, Math.floor((2 * typeArea(style).width * titleShare) / widest) / 2);
}

/** Blank lines of the grid above the title of a cover and between the title and the organ. */
export interface CoverSpacing {
  readonly above: number;
  readonly below: number;
}

/** Spacing of a cover: the title is in the upper third, a red rule below it, organ and date at the bottom of the 版心. */
export function coverSpacing({ title, line, organ }: Cover, { cover, grid }: Style): CoverSpacing {
  const usedLines =
    cover.linesAbove + (line === '' ? 0 : 1) + title.length * cover.titleLines + RED_RULE_LINES + organ.length + 1;
  return { above: cover.linesAbove, below: Math.max(1, grid.linesPerPage - cover.linesBelow - usedLines) };
}
