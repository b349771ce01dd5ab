import type { Format } from '../format.js';

/** Only roll-ups have a workbook: the other documents are read, not calculated with. */
export const xlsxFormat: Format = {
  id: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  needs: 'nothing',
  filedAs: null,
  isFor: ({ scope }) => scope === 'project',
  write: async ({ doc, style }) => {
    const { writeXlsx } = await import('./workbook.js');
    return { bytes: await writeXlsx(doc, style), pages: 0 };
  },
  writeVolume: null,
};
