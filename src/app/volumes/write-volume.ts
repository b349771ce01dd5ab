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

/** Prints after which a volume that still does not agree with its own contents is given up. */
const PRINTS = 4;

/** A volume in the formats that were asked for, and its pages. */
export interface WrittenVolume {
  readonly files: ReadonlyMap<Format, Uint8Array>;
  readonly pages: number;
}

/** What a volume is set with. */
export interface VolumeSetting {
  readonly style: Style;
  readonly faces: FaceTable;
  readonly images: Images;
}

interface Machine {
  readonly printer: Printer;
  readonly rasterise: Rasterise;
}

/**
 * Writes a volume. The print tells where each document begins; it is printed again with those numbers in its contents
 * until a print agrees with the numbers that stand in it, and DOCX gets the same.
 */
export async function writeVolume(
  { volume, charted }: PreparedVolume,
  setting: VolumeSetting,
  { printer, rasterise }: Machine,
  formats: readonly Format[],
): Promise<WrittenVolume> {
  const { style, faces, images } = setting;
  const charts = await drawAll(charted, style, faces);
  const { pdf, pages, paging } = await printSettled(volume, { ...setting, charts }, printer);
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

interface Settled {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly paging: Paging;
}

async function drawAll(docs: readonly Doc[], style: Style, faces: FaceTable): Promise<Drawings> {
  const drawings = await Promise.all(docs.map((doc) => drawingsOf(doc, style, faces)));
  return new Map(drawings.flatMap((each) => [...each]));
}

async function printSettled(
  volume: Volume,
  { style, faces, images, charts }: VolumeSetting & { readonly charts: Drawings },
  printer: Printer,
): Promise<Settled> {
  const { writeVolumeHtml } = await import('../../formats/html/volume.js');
  const { firstPages } = await import('../../formats/pdf/first-pages.js');
  const anchors = partsOf(volume).map((_, index) => anchorOf(index));
  let paging = unpaged;
  for (let print = 0; print < PRINTS; print += 1) {
    const { pdf, pages } = await printer.print(writeVolumeHtml(volume, style, faces, images, paging, charts));
    const next = pagingOf(volume, await firstPages(pdf, anchors), paging);
    if (isSamePaging(paging, next)) return { pdf, pages, paging };
    paging = next;
  }
  throw new Error(`the pages of ${volume.properties.title} do not settle`);
}
