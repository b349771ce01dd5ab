import type { Chart } from '../../model/chart.js';
import { chartSize } from '../../layout/chart-size.js';
import type { Doc } from '../../model/doc.js';
import { chartsOf } from '../../model/doc-images.js';
import type { FaceTable, Rasterise } from '../../model/ports.js';
import type { Style } from '../../model/style.js';
import type { Drawings } from './drawings.js';
import type { ChartImages } from '../docx/context.js';

/**
 * The charts of a document as SVG. Loading the library takes half a second, so only a document with charts loads it.
 */
export async function drawingsOf(doc: Doc, style: Style, faces: FaceTable | null): Promise<Drawings> {
  if (faces === null || chartsOf(doc).length === 0) return new Map();
  const { drawCharts } = await import('./draw.js');
  return drawCharts(doc, style, faces);
}

/** Resolution of a chart in a DOCX in dots per inch, that of an office printer. */
const CHART_DPI = 300;

/** Rasterises the drawings for a DOCX. */
export async function toChartImages(drawings: Drawings, style: Style, rasterise: Rasterise): Promise<ChartImages> {
  const images = new Map<Chart, Uint8Array>();
  for (const [chart, svg] of drawings) {
    images.set(chart, await rasterise(svg, Math.round((chartSize(chart, style).width / 72) * CHART_DPI)));
  }
  return images;
}
