import type { Chart } from '../model/chart.js';
import { typeArea } from './measure.js';
import type { Style } from '../model/style.js';

/** Width and height in points. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** Rows that a drawing takes before its text becomes too small to read. */
export const MOST_ROWS = 30;

/** Height of a bar with the room around it, where there is enough. */
const ROW = 22;
/** Room for the legend, or for the names of one line. */
export const HEADROOM = 28;
const FOOTROOM = 6;
/** Lines of the grid that a chart of columns takes, and that none exceeds: a landscape page has 15 with the caption. */
const COLUMN_LINES = 8;
const MOST_LINES = 14;

/** The size of a drawing: as wide as the upright 版心, and whole lines of the grid high. */
export function chartSize(chart: Chart, style: Style): ChartSize {
  return { width: Math.floor(typeArea(style).width), height: linesOf(chart, style) * style.grid.linePitch };
}

function linesOf(chart: Chart, { grid }: Style): number {
  if (chart.form === 'columns' || chart.form === 'bands') return COLUMN_LINES;
  const height = headroom(chart) + chart.categories.length * ROW + FOOTROOM;
  return Math.min(MOST_LINES, Math.ceil(height / grid.linePitch));
}

/** Room above the bars: the legend, or the names of the lines, which take turns at two sides and then stand over each other. */
export function headroom({ form, thresholds }: Chart): number {
  if (form !== 'ranking' && form !== 'bands') return HEADROOM;
  return HEADROOM / 4 + (HEADROOM / 2) * Math.max(thresholds.length > 0 ? 1 : 0, thresholds.length - 1);
}
