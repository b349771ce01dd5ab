import { mediaTypes } from '../../model/artifact.js';
import type { Artifact, Format } from '../../model/artifact.js';
import { sha256 } from '../../runtime/digest.js';
import type { Doc } from '../../model/doc.js';
import type { Disk, Printer, Rasterise } from '../../model/ports.js';
import { drawingsOf, toChartImages } from './chart-images.js';
import { readImages } from './image-files.js';
import type { Images } from './image-files.js';
import type { Target, Task } from './task.js';

/** The disks and tools that the writers need besides the document. */
export interface BuildContext {
  /** The workspace, which holds the pictures. */
  readonly disk: Disk;
  readonly out: Disk;
  /** Starts the browser on first use; a build that prints nothing does not start it. */
  readonly printer: () => Promise<Printer>;
  readonly rasterise: Rasterise;
}

/** The bytes of a document in one format, and its page count; 0 if the format has no page count. */
interface Written {
  readonly bytes: Uint8Array;
  readonly pages: number;
}
interface WriteJob extends Pick<Task, 'style' | 'faces' | 'chartFaces'> {
  readonly doc: Doc;
  readonly images: Images;
}
type Writer = (job: WriteJob, context: BuildContext) => Promise<Written>;

/** The writers by format. Each is loaded on first use: most builds write little. */
const writers: Readonly<Record<Format, Writer>> = {
  docx: async ({ doc, style, images, chartFaces }, { rasterise }) => {
    const { writeDocx } = await import('../../formats/docx/document.js');
    const chartImages = await toChartImages(await drawingsOf(doc, style, chartFaces), style, rasterise);
    const pictures = new Map([...images].map(([path, image]) => [path, image.bytes]));
    return { bytes: await writeDocx(doc, style, pictures, chartImages), pages: 0 };
  },
  pdf: async ({ doc, style, images, faces }, { printer }) => {
    if (faces === null) throw new Error('a PDF needs faces');
    const charts = await drawingsOf(doc, style, faces);
    const { writeHtml } = await import('../../formats/html/page.js');
    const printing = (await printer()).print(writeHtml(doc, style, faces, images, charts));
    // The module is loaded while the browser prints.
    const [printed, { archivePdf }] = await Promise.all([printing, import('../../formats/pdf/archive.js')]);
    return { bytes: await archivePdf(printed.pdf, doc.properties), pages: printed.pages };
  },
  xlsx: async ({ doc, style }) => {
    const { writeXlsx } = await import('../../formats/xlsx/workbook.js');
    return { bytes: await writeXlsx(doc, style), pages: 0 };
  },
};

/** Writes one file of a document. The old file is replaced only after the new one is complete. */
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
