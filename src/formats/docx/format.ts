import { drawingsOf, toChartImages } from '../chart/chart-images.js';
import type { Format } from '../format.js';
import type { Images } from '../html/image.js';

export const docxFormat: Format = {
  id: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  needs: 'charts',
  filedAs: '流转文件',
  isFor: () => true,
  write: async ({ doc, style, images, faces }, { rasterise }) => {
    const { writeDocx } = await import('./document.js');
    const charts = await toChartImages(await drawingsOf(doc, style, faces), style, rasterise);
    return { bytes: await writeDocx(doc, style, bytesOf(images), charts), pages: 0 };
  },
  writeVolume: async ({ volume, style, images, charts, print }, { rasterise }) => {
    const { paging } = await print();
    const { writeVolumeDocx } = await import('./volume/volume.js');
    const chartImages = await toChartImages(await charts(), style, rasterise);
    return { bytes: await writeVolumeDocx(volume, style, bytesOf(images), paging, chartImages), pages: 0 };
  },
};

function bytesOf(images: Images): ReadonlyMap<string, Uint8Array> {
  return new Map([...images].map(([path, { bytes }]) => [path, bytes]));
}
