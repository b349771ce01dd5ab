import type { ArchiveStamp } from '../../model/archive-stamp.js';
import type { Doc } from '../../model/doc.js';
import type { ItemRecord } from '../../filing/metadata/describe.js';
import { gbt9704 } from '../../layout/styles.js';
import { STAMP_SIZE_MM } from '../../formats/html/archive-stamp.js';
import type { PageSize, LayerPosition } from '../../formats/pdf/overlay.js';
import type { FilingItem, PackageJob } from './package-job.js';
import type { RenderStamps } from './filing-ports.js';

/** Distance of the stamp from the top of the sheet, in the top margin. */
const FROM_TOP_MM = 12;
const POINTS_PER_MM = 72 / 25.4;

/**
 * Adds a 归档章 to the first page of each PDF of a package, if the archives require it and a 件号 was assigned. The issued
 * documents and the frozen versions are not changed.
 */
export async function stampItems(
  { items, settings }: PackageJob,
  records: readonly ItemRecord[],
  render: RenderStamps,
): Promise<readonly FilingItem[]> {
  const archived = records.filter(({ archiveItemNo }) => settings.stamped && archiveItemNo !== '');
  const [first] = items;
  if (!first || archived.length === 0) return items;
  const stampPdf = await render(archived.map(stampOf), first.entry);
  const stamp = async (item: FilingItem, index: number): Promise<FilingItem> => {
    const stampPage = archived.findIndex((record) => record === records[index]);
    return stampPage < 0 ? item : stampItem(item, stampPdf, stampPage);
  };
  return Promise.all(items.map(stamp));
}

async function stampItem(item: FilingItem, stampPdf: Uint8Array, stampPage: number): Promise<FilingItem> {
  const { overlayFirstPage } = await import('../../formats/pdf/overlay.js');
  const pieces = item.version.pieces.map(async (piece) =>
    piece.role === '版式文件'
      ? { ...piece, bytes: await overlayFirstPage(piece.bytes, stampPdf, stampPage, placeOn) }
      : piece,
  );
  return { ...item, version: { ...item.version, pieces: await Promise.all(pieces) } };
}

/** Aligned with the right edge of the text area, which is its top edge on a landscape page. */
function placeOn({ width, height }: PageSize): LayerPosition {
  const { topMm, rightMm } = gbt9704.page;
  const edge = width > height ? topMm : rightMm;
  return {
    x: width - (edge + STAMP_SIZE_MM.width) * POINTS_PER_MM,
    y: height - (FROM_TOP_MM + STAMP_SIZE_MM.height) * POINTS_PER_MM,
  };
}

function stampOf({ fondsNo, year, archiveItemNo, department, retention, pages }: ItemRecord): ArchiveStamp {
  return { fondsNo, year, itemNo: archiveItemNo, department, retention, pages };
}

/** A document with all characters of the stamps, used only to find their faces. It is never printed. */
export function stampCharacters(stamps: readonly ArchiveStamp[]): Doc {
  const text = stamps.map((stamp) => Object.values(stamp).join('')).join('');
  return {
    properties: { title: '', author: '', subject: '', keywords: [], date: '', draft: false },
    head: { kind: 'plain', line: '', copyNumber: '', classification: '', urgency: '' },
    title: [],
    recipients: [],
    blocks: [{ kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text }] }],
    attachments: [],
    attendance: [],
    signOff: null,
    note: '',
    foot: { kind: 'none' },
  };
}
