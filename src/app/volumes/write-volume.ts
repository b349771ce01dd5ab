import type { Format } from '../../model/artifact.js';
import type { FaceTable, Printer, Rasterise } from '../../model/ports.js';
import type { Doc } from '../../model/doc.js';
import type { Style } from '../../model/style.js';
import { anchorOf, partsOf, type Volume } from '../../model/volume.js';
import { isSamePaging, pagingOf, unpaged, type Paging } from '../../layout/paging.js';
import type { Drawings } from '../../formats/chart/drawings.js';
import { drawingsOf, toChartImages } from '../build/chart-images.js';
import type { Images } from '../build/image-files.js';
import type { PreparedVolume } from './prepared-volume.js';

/** Number of prints after which page numbers that still change are an error. */
const MAX_PRINTS = 4;

/** A volume in the requested formats, and its page count. */
export interface WrittenVolume {
  readonly files: ReadonlyMap<Format, Uint8Array>;
  readonly pages: number;
}

/** The inputs of a volume's layout. */
export interface VolumeLayout {
  readonly style: Style;
  readonly faces: FaceTable;
  readonly images: Images;
}

interface RenderTools {
  readonly printer: Printer;
  readonly rasterise: Rasterise;
}

/**
 * Writes a volume. A print yields the first page of each document; the volume is printed again with those page numbers
 * in its contents until they no longer change. DOCX gets the same page numbers.
 */
export async function writeVolume(
  { volume, chartDocs }: PreparedVolume,
  layout: VolumeLayout,
  { printer, rasterise }: RenderTools,
  formats: readonly Format[],
): Promise<WrittenVolume> {
  const { style, faces, images } = layout;
  const charts = await drawAll(chartDocs, style, faces);
  const { pdf, pages, paging } = await printUntilStable(volume, { ...layout, charts }, printer);
  const files = new Map<Format, Uint8Array>();
  if (formats.includes('docx')) {
    const { writeVolumeDocx } = await import('../../formats/docx/volume/volume.js');
    const pictures = new Map([...images].map(([path, image]) => [path, image.bytes]));
    files.set(
      'docx',
      await writeVolumeDocx(volume, style, pictures, paging, await toChartImages(charts, style, rasterise)),
    );
  }
  if (formats.includes('pdf')) {
    const { archivePdf } = await import('../../formats/pdf/archive.js');
    files.set('pdf', await archivePdf(pdf, volume.properties));
  }
  return { files, pages };
}

interface PagedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly paging: Paging;
}

async function drawAll(docs: readonly Doc[], style: Style, faces: FaceTable): Promise<Drawings> {
  const drawings = await Promise.all(docs.map((doc) => drawingsOf(doc, style, faces)));
  return new Map(drawings.flatMap((each) => [...each]));
}

async function printUntilStable(
  volume: Volume,
  { style, faces, images, charts }: VolumeLayout & { readonly charts: Drawings },
  printer: Printer,
): Promise<PagedPdf> {
  const { writeVolumeHtml } = await import('../../formats/html/volume.js');
  const { firstPages } = await import('../../formats/pdf/first-pages.js');
  const anchors = partsOf(volume).map((_, index) => anchorOf(index));
  let paging = unpaged;
  for (let print = 0; print < MAX_PRINTS; print += 1) {
    const { pdf, pages } = await printer.print(writeVolumeHtml(volume, style, faces, images, paging, charts));
    const next = pagingOf(volume, await firstPages(pdf, anchors), paging);
    if (isSamePaging(paging, next)) return { pdf, pages, paging };
    paging = next;
  }
  throw new Error(`the page numbers of ${volume.properties.title} do not converge after ${MAX_PRINTS} prints`);
}
