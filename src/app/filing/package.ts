import { recordsAt, textAt } from '../../model/data.js';
import type { Project } from '../../model/project.js';
import { encode, packageDigest } from '../../filing/bag/bag.js';
import type { Files } from '../../filing/bag/bag.js';
import { CATALOGUE_TITLE, catalogueDoc, writeCatalogue } from '../../filing/metadata/catalogue.js';
import { coverDoc, coverTitle } from '../../filing/metadata/cover.js';
import type { ItemRecord, PackageRecord } from '../../filing/metadata/describe.js';
import { describePiece, makePackage } from '../../filing/package.js';
import type { Piece } from '../../filing/package.js';
import { eventsOf } from './life-files.js';
import { itemId, sendersOf, unitOf } from './filing-plan.js';
import type { FilingPorts } from './filing-ports.js';
import { archiveNumbers } from './archive-numbers.js';
import { stampItems } from './archive-stamps.js';
import type { FilingItem, PackageJob } from './package-job.js';

export interface FilingPackage {
  readonly files: Files;
  readonly digest: string;
  readonly record: PackageRecord;
}

type FilingRenderers = Pick<FilingPorts, 'render' | 'renderStamps'>;

/** Makes the whole package in memory: the same documents on the same day give the same bytes. */
export async function createFilingPackage(packing: PackageJob, ports: FilingRenderers): Promise<FilingPackage> {
  // 档号 comes with archiving, when everything goes to the archives; in any other filing the numbers would repeat.
  const { settings, plan } = packing;
  const numbers = plan.recipients.includes(settings.archive) ? archiveNumbers(settings) : null;
  const numbered = packing.items.map((item, index) => toRecord(item, index + 1, packing, numbers));
  const items = await stampItems(packing, numbered, ports.renderStamps);
  const records = numbered.map((record, index) => ({ ...record, files: describeItem(items[index], index + 1) }));
  const bare: PackageRecord = {
    id: packing.plan.id,
    type: packing.plan.type,
    campaign: packing.project.campaign.name,
    senders: [...new Set(packing.items.flatMap(({ entry }) => sendersOf(packing.project, entry)))],
    recipients: packing.plan.recipients,
    date: packing.date,
    earlier: packing.earlier,
    files: [],
    items: records,
  };
  const own = await coverAndCatalogue(bare, packing, ports.render);
  const record = { ...bare, files: own.map(describePiece) };
  const pieces = [...own, ...items.flatMap((item, index) => itemPieces(item, index + 1))];
  const files = makePackage(record, pieces);
  return { files, digest: packageDigest(files), record };
}

/** Cover and catalogue. */
async function coverAndCatalogue(
  record: PackageRecord,
  { items }: PackageJob,
  render: FilingRenderers['render'],
): Promise<readonly Piece[]> {
  const [first] = items;
  const docs = [coverDoc(record), catalogueDoc(record)];
  const [cover, catalogue] = first ? await render(docs, first.entry) : [];
  if (!cover || !catalogue) throw new Error('a package without documents');
  return [
    { role: '版式文件', path: `${coverTitle(record)}.pdf`, bytes: cover.pdf },
    { role: '流转文件', path: `${coverTitle(record)}.docx`, bytes: cover.docx },
    { role: '目录', path: `${CATALOGUE_TITLE}.pdf`, bytes: catalogue.pdf },
    { role: '目录', path: `${CATALOGUE_TITLE}.docx`, bytes: catalogue.docx },
    { role: '目录', path: `${CATALOGUE_TITLE}.csv`, bytes: encode(writeCatalogue(record.items)) },
  ];
}

function describeItem(item: FilingItem | undefined, no: number): ItemRecord['files'] {
  return item ? itemPieces(item, no).map(describePiece) : [];
}

function itemPieces({ version }: FilingItem, no: number): readonly Piece[] {
  return version.pieces.map((piece) => ({ ...piece, path: `${String(no).padStart(4, '0')}/${piece.path}` }));
}

function toRecord(
  item: FilingItem,
  no: number,
  { project, settings, date }: PackageJob,
  numbers: ReturnType<typeof archiveNumbers> | null,
): ItemRecord {
  const { entry, version } = item;
  const year = (version.date || date).slice(0, 4);
  const retention = settings.retention[entry.kind.id] ?? settings.retention['*'] ?? '';
  const archived = numbers?.(year, retention);
  return {
    id: `${project.campaign.id}.${itemId(entry)}`.replace(/[^A-Za-z0-9._-]/g, '_'),
    no,
    units: sendersOf(project, entry),
    archive: settings.archive,
    fonds: settings.fonds,
    fondsNo: settings.fondsNo,
    archiveNo: archived?.full ?? '',
    archiveItemNo: archived?.item ?? '',
    retention,
    department: settings.department,
    year,
    title: version.title,
    keywords: version.keywords,
    number: textAt(entry.data, 'docNumber'),
    authors: authorsOf(project, item),
    date: version.date || date,
    kind: entry.kind.label,
    pages: version.pages,
    draft: version.draft,
    version: version.no,
    changeNote: version.changeNote,
    files: [],
    acts: eventsOf(entry, item.events).filter((event) => event.date <= date && event.version <= version.no),
  };
}

/** 责任者: every organ of a joint document. */
function authorsOf(project: Project, { entry, version }: FilingItem): readonly string[] {
  const unit = unitOf(project, entry);
  const partners = unit ? recordsAt(unit.data, 'partners') : [];
  return partners.length > 0 ? sendersOf(project, entry) : [version.author];
}
