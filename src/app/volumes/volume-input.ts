import type { VolumeInput, VolumePrint } from '../../formats/format.js';
import type { Drawings } from '../../formats/chart/drawings.js';
import { drawingsOf } from '../../formats/chart/chart-images.js';
import { isSamePaging, nextPaging, initialPaging } from '../../layout/paging.js';
import type { Doc } from '../../model/doc.js';
import type { FaceTable } from '../../model/ports.js';
import type { Style } from '../../model/style.js';
import { partAnchor, partsOf } from '../../model/volume.js';
import { lazy } from '../../runtime/lazy.js';
import { readImages } from '../build/image-files.js';
import type { BuildContext } from '../build/write-artifact.js';
import type { VolumeTask } from './prepared-volume.js';

/** Number of prints after which page numbers that still change are an error. */
const MAX_PRINTS = 4;

/** What the writers of a volume need. It is printed only if one of them asks for the print. */
export async function toVolumeInput(
  { prepared, faces }: VolumeTask,
  style: Style,
  { disk, printer }: Pick<BuildContext, 'disk' | 'printer'>,
): Promise<VolumeInput> {
  const { volume, chartDocs } = prepared;
  const images = await readImages(prepared.images, disk, volume.properties.draft);
  const charts = lazy(() => drawAll(chartDocs, style, faces));
  const pages = { volume, style, images, charts };
  return { ...pages, print: lazy(() => printUntilStable(pages, faces, printer)) };
}

async function drawAll(docs: readonly Doc[], style: Style, faces: FaceTable): Promise<Drawings> {
  const drawings = await Promise.all(docs.map((doc) => drawingsOf(doc, style, faces)));
  return new Map(drawings.flatMap((each) => [...each]));
}

/**
 * A print yields the first page of each document; the volume is printed again with those page numbers in its contents
 * until they no longer change. Other formats use the same page numbers.
 */
async function printUntilStable(
  { volume, style, images, charts }: Omit<VolumeInput, 'print'>,
  faces: FaceTable,
  openPrinter: BuildContext['printer'],
): Promise<VolumePrint> {
  const drawings = await charts();
  const { writeVolumeHtml } = await import('../../formats/html/volume.js');
  const { firstPages } = await import('../../formats/pdf/first-pages.js');
  const printer = await openPrinter();
  const anchors = partsOf(volume).map((_, index) => partAnchor(index));
  let paging = initialPaging;
  for (let print = 0; print < MAX_PRINTS; print += 1) {
    const { pdf, pages } = await printer.print(writeVolumeHtml(volume, style, faces, images, paging, drawings));
    const next = nextPaging(volume, await firstPages(pdf, anchors), paging);
    if (isSamePaging(paging, next)) return { bytes: pdf, pages, paging };
    paging = next;
  }
  throw new Error(`the page numbers of ${volume.properties.title} do not converge after ${MAX_PRINTS} prints`);
}
