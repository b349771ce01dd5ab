import type { Threshold } from '../../model/chart.js';
import { toChartName, textStyle } from './theme.js';
import type { ChartStyle } from './theme.js';

/** Points between a label and its line, and between stacked labels. */
const LABEL_SPACING = 3;

/**
 * Dashed threshold lines with their labels above. Because lines may be close together, the label of the highest is to
 * the right of its line and the others are to the left of theirs, stacked. `top` is the end of the lines that is at the
 * top; it is `start` where the category axis runs downwards.
 */
export function thresholdLines(thresholds: readonly Threshold[], size: number, top: 'start' | 'end'): ChartStyle {
  const data = thresholds.map(({ value, label }, index) => {
    const side = index === 0 ? { align: 'left' } : { align: 'right' };
    const raised = Math.max(0, index - 1) * (size + LABEL_SPACING);
    const text = { formatter: () => toChartName(label), position: top, distance: [0, LABEL_SPACING + raised] };
    return { xAxis: value, label: { show: true, rotate: 0, ...text, ...side, ...textStyle('heading1', size) } };
  });
  const lineStyle = { color: '#000', width: 1, type: [4, 2], cap: 'butt' };
  return { silent: true, symbol: 'none', animation: false, lineStyle, data };
}
