import type { Chart } from '../model/chart.js';
import { typeArea } from './measure.js';
import type { Style } from '../model/style.js';

/** Width and height in points. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** Most rows of a drawing; with more the text would be too small to read. */
export const MAX_CHART_ROWS = 30;

/** Height of a bar and the space around it, in points, unless the drawing is at its maximum height. */
const ROW_HEIGHT = 22;
/** Space for the legend, or for the labels of one threshold line, in points. */
export const LEGEND_HEIGHT = 28;
const BOTTOM_PADDING = 6;
/**
 * Height of a column chart, and the greatest height of any, in grid lines: a landscape page has 15 with the caption.
 */
const COLUMN_CHART_LINES = 8;
const MAX_LINES = 14;

/** The size of a drawing: the width of the portrait 版心, and a whole number of grid lines high. */
export function chartSize(chart: Chart, style: Style): ChartSize {
  return { width: Math.floor(typeArea(style).width), height: heightInLines(chart, style) * style.grid.linePitch };
}

function heightInLines(chart: Chart, { grid }: Style): number {
  if (chart.form === 'columns' || chart.form === 'bands') return COLUMN_CHART_LINES;
  const height = spaceAboveBars(chart) + chart.categories.length * ROW_HEIGHT + BOTTOM_PADDING;
  return Math.min(MAX_LINES, Math.ceil(height / grid.linePitch));
}

/**
 * Space above the bars in points: for the legend, or for the labels of threshold lines, which are stacked from the
 * third.
 */
export function spaceAboveBars({ form, thresholds }: Chart): number {
  if (form !== 'ranking' && form !== 'bands') return LEGEND_HEIGHT;
  return LEGEND_HEIGHT / 4 + (LEGEND_HEIGHT / 2) * Math.max(thresholds.length > 0 ? 1 : 0, thresholds.length - 1);
}
