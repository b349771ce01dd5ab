import type { Chart } from '../../model/chart.js';
import { chartSize } from '../../layout/chart-size.js';
import type { Doc } from '../../model/doc.js';
import { chartsOf } from '../../model/doc-images.js';
import type { FaceTable, Rasterise } from '../../model/ports.js';
import type { Style } from '../../model/style.js';
import type { Drawings } from '../../formats/chart/drawings.js';
import type { ChartImages } from '../../formats/docx/context.js';

/** The charts of a document as SVG. The library is loaded for a document that has charts and for no other: it takes half a second. */
export async function drawingsOf(doc: Doc, style: Style, faces: FaceTable | null): Promise<Drawings> {
  if (faces === null || chartsOf(doc).length === 0) return new Map();
  const { drawCharts } = await import('../../formats/chart/draw.js');
  return drawCharts(doc, style, faces);
}

/** Dots to the inch of a chart in a DOCX, as many as an office printer sets. */
const PRINT_RESOLUTION = 300;

/** Drawings as pictures for a DOCX. */
export async function toChartImages(drawings: Drawings, style: Style, rasterise: Rasterise): Promise<ChartImages> {
  const plates = new Map<Chart, Uint8Array>();
  for (const [chart, svg] of drawings) {
    plates.set(chart, await rasterise(svg, Math.round((chartSize(chart, style).width / 72) * PRINT_RESOLUTION)));
  }
  return plates;
}
