import { drawingsOf } from '../chart/chart-images.js';
import type { Format } from '../format.js';

export const pdfFormat: Format = {
  id: 'pdf',
  mediaType: 'application/pdf',
  extension: 'pdf',
  needs: 'print',
  filedAs: '版式文件',
  isFor: () => true,
  write: async ({ doc, style, images, faces }, { printer }) => {
    if (faces === null) throw new Error('a PDF needs faces');
    const charts = await drawingsOf(doc, style, faces);
    const { writeHtml } = await import('../html/page.js');
    const printing = (await printer()).print(writeHtml(doc, style, faces, images, charts));
    // The module is loaded while the browser prints.
    const [printed, { archivePdf }] = await Promise.all([printing, import('./archive.js')]);
    return { bytes: await archivePdf(printed.pdf, doc.properties), pages: printed.pages };
  },
  writeVolume: async ({ volume, print }) => {
    const { bytes, pages } = await print();
    const { archivePdf } = await import('./archive.js');
    return { bytes: await archivePdf(bytes, volume.properties), pages };
  },
};
