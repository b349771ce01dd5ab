import { mediaTypes } from '../../model/artifact.js';
import type { Artifact, Format } from '../../model/artifact.js';
import { sha256 } from '../../runtime/digest.js';
import type { Doc } from '../../model/doc.js';
import type { Disk, Printer, Rasterise } from '../../model/ports.js';
import { drawingsOf, toChartImages } from './chart-images.js';
import { readImages } from './image-files.js';
import type { Images } from './image-files.js';
import type { Target, Task } from './task.js';

/** What the writers need beside the document. */
export interface BuildContext {
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
interface WriteJob extends Pick<Task, 'style' | 'faces' | 'chartFaces'> {
  readonly doc: Doc;
  readonly images: Images;
}
type Writer = (job: WriteJob, context: BuildContext) => Promise<Written>;

/** Every format that can be written. A writer is loaded when it is needed: most builds find little to write. */
const writers: Readonly<Record<Format, Writer>> = {
  docx: async ({ doc, style, images, chartFaces }, { rasterise }) => {
    const { writeDocx } = await import('../../formats/docx/document.js');
    const chartImages = await toChartImages(await drawingsOf(doc, style, chartFaces), style, rasterise);
    const pictures = new Map([...images].map(([path, image]) => [path, image.bytes]));
    return { bytes: await writeDocx(doc, style, pictures, chartImages), pages: 0 };
  },
  pdf: async ({ doc, style, images, faces }, { printer }) => {
    if (faces === null) throw new Error('a PDF without faces is no target');
    const charts = await drawingsOf(doc, style, faces);
    const { writeHtml } = await import('../../formats/html/page.js');
    const printing = (await printer()).print(writeHtml(doc, style, faces, images, charts));
    // Loaded while the browser is at work.
    const [printed, { archivePdf }] = await Promise.all([printing, import('../../formats/pdf/archive.js')]);
    return { bytes: await archivePdf(printed.pdf, doc.properties), pages: printed.pages };
  },
  xlsx: async ({ doc, style }) => {
    const { writeXlsx } = await import('../../formats/xlsx/workbook.js');
    return { bytes: await writeXlsx(doc, style), pages: 0 };
  },
};

/** Writes one file of a document; the old one stays until the new one is whole. */
export async function writeArtifact(task: Task, target: Target, context: BuildContext): Promise<Artifact> {
  const { composed, style, faces, chartFaces } = task;
  const { entry } = composed;
  const images = await readImages(composed.images, context.disk, entry.draft);
  const { bytes, pages } = await writers[target.format](
    { doc: composed.doc(), style, faces, chartFaces, images },
    context,
  );
  await context.out.write(target.path, bytes);
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
