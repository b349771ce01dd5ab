import type { Threshold } from '../../model/chart.js';
import { drawnName, textStyle } from './theme.js';
import type { ChartStyle } from './theme.js';

const CLEAR = 3;

/**
 * Dashed lines with their names above. Lines may be close together: the name of the highest stands to the right of its
 * line, the others to the left of theirs, one over the other. `top` is the end of the lines that lies there: where rows run down, they begin there.
 */
export function thresholdLines(thresholds: readonly Threshold[], size: number, top: 'start' | 'end'): ChartStyle {
  const data = thresholds.map(({ value, label }, index) => {
    const side = index === 0 ? { align: 'left' } : { align: 'right' };
    const raised = Math.max(0, index - 1) * (size + CLEAR);
    const text = { formatter: () => drawnName(label), position: top, distance: [0, CLEAR + raised] };
    return { xAxis: value, label: { show: true, rotate: 0, ...text, ...side, ...textStyle('heading1', size) } };
  });
  const lineStyle = { color: '#000', width: 1, type: [4, 2], cap: 'butt' };
  return { silent: true, symbol: 'none', animation: false, lineStyle, data };
}
