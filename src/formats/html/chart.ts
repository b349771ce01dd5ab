import { chartCaption } from '../../model/chart.js';
import type { Chart } from '../../model/chart.js';
import { chartSize } from '../../layout/chart-size.js';
import type { Style } from '../../model/style.js';
import type { Drawings } from '../chart/drawings.js';
import { points } from './css/length.js';
import { element, trusted, type Attributes, type Markup } from './markup.js';

/**
 * A chart as inline SVG with its caption below, exposed as one image to assistive technology; without a drawing, a
 * placeholder text. The SVG is generated from numbers and escaped names, never read from a file.
 */
export function chartMarkup(chart: Chart, attributes: Attributes, style: Style, charts: Drawings): Markup {
  const caption = chartCaption(chart);
  const svg = charts.get(chart);
  const height = `height:${points(chartSize(chart, style).height)}`;
  const drawing =
    svg === undefined
      ? element('p', { class: 'centre' }, element('span', { class: 'missing' }, `（缺图：${caption}）`))
      : element('figure', { role: 'img', 'aria-label': chart.alt, style: height }, trusted(svg));
  return element('div', { class: 'chart', ...attributes }, drawing, element('p', { class: 'chart-caption' }, caption));
}
