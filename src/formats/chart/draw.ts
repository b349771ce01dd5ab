import { init, use } from 'echarts/core';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../../model/chart.js';
import { chartSize } from '../../layout/chart-size.js';
import { chartsOf } from '../../model/doc-images.js';
import type { Doc } from '../../model/doc.js';
import type { FaceTable } from '../../model/ports.js';
import type { Style } from '../../model/style.js';
import { chartOptions } from './options.js';
import type { Drawings } from './drawings.js';
import { cleanSvg } from './clean-svg.js';

use([BarChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

/** Draws the charts of a document as SVG, without a display; the same chart and typefaces give the same text. */
export function drawCharts(doc: Doc, style: Style, faces: FaceTable): Drawings {
  return new Map(chartsOf(doc).map((chart) => [chart, drawChart(chart, style, faces)]));
}

/** Draws one chart as an SVG element whose user unit is one point. */
export function drawChart(chart: Chart, style: Style, faces: FaceTable): string {
  const size = chartSize(chart, style);
  const canvas = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    canvas.setOption(chartOptions(chart, size));
    return cleanSvg(canvas.renderToSVGString(), size, faces);
  } finally {
    canvas.dispose();
  }
}
