import { ImageRun } from 'docx';
import { chartCaption } from '../../../model/chart.js';
import type { Chart } from '../../../model/chart.js';
import { chartSize } from '../../../layout/chart-size.js';
import type { BlockContext } from '../context.js';
import type { Flow } from '../flow.js';
import { textRun } from './inlines.js';
import { styleIds } from '../styles/style-ids.js';
import { legalCharacters } from '../package/xml.js';
const PIXELS_PER_POINT = 96 / 72;
/** Kept back from the height in points, for what the line adds to the picture upon it. */
const SLACK = 0.5;

/** A chart as a picture that says in words what it shows, its caption below; one that was not drawn shows a hole. */
export function chartFlow(chart: Chart, { style, charts }: BlockContext): readonly Flow[] {
  const caption = chartCaption(chart);
  const below: Flow = { style: styleIds.chartCaption, children: [textRun(caption)] };
  const data = charts.get(chart);
  if (data === undefined) {
    return [{ style: styleIds.centre, children: [textRun(`（缺图：${caption}）`, styleIds.missing)] }, below];
  }
  const { width, height } = chartSize(chart, style);
  const alt = legalCharacters(chart.alt);
  const run = new ImageRun({
    type: 'png',
    data,
    transformation: { width: width * PIXELS_PER_POINT, height: (height - SLACK) * PIXELS_PER_POINT },
    altText: { name: legalCharacters(caption), title: legalCharacters(caption), description: alt },
  });
  return [{ style: styleIds.chart, children: [run] }, below];
}
