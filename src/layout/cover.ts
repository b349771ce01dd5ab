import { cells, typeArea } from './measure.js';
import type { Style } from '../model/style.js';
import type { Cover } from '../model/volume.js';

/** The line of the grid that the red rule closes. */
const RULE_LINE = 1;

/** Size of a cover's title in points; a half point is the step. */
export function coverTitleSize({ title }: Cover, style: Style): number {
  const { titleSize, titleShare } = style.cover;
  const widest = Math.max(1, ...title.map(cells));
  return Math.min(titleSize, Math.floor((2 * typeArea(style).width * titleShare) / widest) / 2);
}

/** Blank lines of the grid above the title of a cover and between the title and the organ. */
export interface CoverRoom {
  readonly above: number;
  readonly below: number;
}

/** Where the cover's texts stand: the title in the upper third, a red rule under it, organ and date at the foot of the 版心. */
export function coverRoom({ title, line, organ }: Cover, { cover, grid }: Style): CoverRoom {
  const used =
    cover.linesAbove + (line === '' ? 0 : 1) + title.length * cover.titleLines + RULE_LINE + organ.length + 1;
  return { above: cover.linesAbove, below: Math.max(1, grid.linesPerPage - cover.linesBelow - used) };
}
