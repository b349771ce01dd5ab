import { mediaTypes } from '../model/artifact.js';
import type { Artifact, Format } from '../model/artifact.js';
import type { Chart } from '../model/chart.js';
import { chartsOf } from '../model/images.js';
import { sha256 } from '../model/digest.js';
import type { Doc } from '../model/doc.js';
import { chartSize } from '../model/chart-size.js';
import type { Disk, FaceTable, Printer, Rasterise } from '../model/ports.js';
import type { Style } from '../model/style.js';
import type { Plates } from '../write/docx/chart.js';
import type { Drawings } from '../write/chart/drawings.js';
import { readImages } from './images.js';
import type { Images } from './images.js';
import type { Target, Task } from './task.js';

/** What the writers need beside the document. */
export interface Workshop {
  /** Where pictures lie. */
  readonly disk: Disk;
  readonly out: Disk;
  /** Opens the browser on first use, so that a build with nothing to print never starts it. */
  readonly printer: () => Promise<Printer>;
  readonly rasterise: Rasterise;
}

/** The bytes of a document in one format, and its pages where laying it out told them. */
interface Written {
  readonly bytes: Uint8Array;
  readonly pages: number;
}
interface Job extends Pick<Task, 'style' | 'faces' | 'chartFaces'> {
  readonly doc: Doc;
  readonly images: Images;
}
type Writer = (job: Job, workshop: Workshop) => Promise<Written>;

/** Every format that can be written. A writer is loaded when it is needed: most builds find little to write. */
const writers: Readonly<Record<Format, Writer>> = {
  docx: async ({ doc, style, images, chartFaces }, { rasterise }) => {
    const { writeDocx } = await import('../write/docx/document.js');
    const plates = await toPlates(await draw(doc, style, chartFaces), style, rasterise);
    const pictures = new Map([...images].map(([path, image]) => [path, image.bytes]));
    return { bytes: await writeDocx(doc, style, pictures, plates), pages: 0 };
  },
  pdf: async ({ doc, style, images, faces }, { printer }) => {
    if (faces === null) throw new Error('a PDF without faces is no target');
    const charts = await draw(doc, style, faces);
    const { writeHtml } = await import('../write/html/page.js');
    const printed = await (await printer()).print(writeHtml(doc, style, faces, images, charts));
    const { archivePdf } = await import('../write/pdf/archive.js');
    return { bytes: await archivePdf(printed.pdf, doc.properties), pages: printed.pages };
  },
  xlsx: async ({ doc, style }) => {
    const { writeXlsx } = await import('../write/xlsx/workbook.js');
    return { bytes: await writeXlsx(doc, style), pages: 0 };
  },
};

/** The library is loaded for a document that has charts and for no other: it takes half a second. */
async function draw(doc: Doc, style: Style, faces: FaceTable | null): Promise<Drawings> {
  if (faces === null || chartsOf(doc).length === 0) return new Map();
  const { drawCharts } = await import('../write/chart/draw.js');
  return drawCharts(doc, style, faces);
}

/** Dots to the inch of a chart in a DOCX, as many as an office printer sets. */
const PRINT_RESOLUTION = 300;

async function toPlates(drawings: Drawings, style: Style, rasterise: Rasterise): Promise<Plates> {
  const plates = new Map<Chart, Uint8Array>();
  for (const [chart, svg] of drawings) {
    plates.set(chart, await rasterise(svg, Math.round((chartSize(chart, style).width / 72) * PRINT_RESOLUTION)));
  }
  return plates;
}

/** Writes one file of a document; the old one stays until the new one is whole. */
export async function produce(task: Task, target: Target, workshop: Workshop): Promise<Artifact> {
  const { composed, style, faces, chartFaces } = task;
  const { entry } = composed;
  const images = await readImages(composed.images, workshop.disk);
  const { bytes, pages } = await writers[target.format](
    { doc: composed.doc(), style, faces, chartFaces, images },
    workshop,
  );
  await workshop.out.write(target.path, bytes);
  return {
    path: target.path,
    mediaType: mediaTypes[target.format],
    bytes: bytes.length,
    sha256: sha256(bytes),
    kind: entry.kind.id,
    unit: entry.unit,
    status: entry.draft ? '草稿' : '定稿',
    pages,
  };
}
