import { ImageRun } from 'docx';
import { chartCaption } from '../../../model/chart.js';
import type { Chart } from '../../../model/chart.js';
import { chartSize } from '../../../layout/chart-size.js';
import type { BlockContext } from '../context.js';
import { pointsToPixels } from '../drawing-units.js';
import type { FlowItem } from '../flow.js';
import { textRun } from './inlines.js';
import { styleIds } from '../styles/style-ids.js';
import { legalCharacters } from '../../xml.js';

/** Points subtracted from the height, because the line is higher than the picture on it. */
const LINE_ALLOWANCE = 0.5;

/** A chart as a picture with alternative text, and its caption below; a chart without image shows （缺图：…）. */
export function chartFlow(chart: Chart, { style, charts }: BlockContext): readonly FlowItem[] {
  const caption = chartCaption(chart);
  const captionParagraph: FlowItem = { style: styleIds.chartCaption, children: [textRun(caption)] };
  const data = charts.get(chart);
  if (data === undefined) {
    return [
      { style: styleIds.centre, children: [textRun(`（缺图：${caption}）`, styleIds.missing)] },
      captionParagraph,
    ];
  }
  const { width, height } = chartSize(chart, style);
  const alt = legalCharacters(chart.alt);
  const run = new ImageRun({
    type: 'png',
    data,
    transformation: { width: pointsToPixels(width), height: pointsToPixels(height - LINE_ALLOWANCE) },
    altText: { name: legalCharacters(caption), title: legalCharacters(caption), description: alt },
  });
  return [{ style: styleIds.chart, children: [run] }, captionParagraph];
}
