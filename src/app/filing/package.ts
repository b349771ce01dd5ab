import { recordsAt, textAt } from '../../model/data.js';
import type { Project } from '../../model/project.js';
import { encode, packageDigest } from '../../filing/bag/bag.js';
import type { Files } from '../../filing/bag/bag.js';
import { CATALOGUE_TITLE, catalogueDoc, writeCatalogue } from '../../filing/metadata/catalogue.js';
import { coverDoc, coverTitle } from '../../filing/metadata/cover.js';
import type { ItemRecord, PackageRecord } from '../../filing/metadata/describe.js';
import { describeFile, createPackage } from '../../filing/package.js';
import type { PayloadFile } from '../../filing/package.js';
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

/** Creates the package in memory. The same documents on the same date give the same bytes. */
export async function createFilingPackage(job: PackageJob, ports: FilingRenderers): Promise<FilingPackage> {
  // 档号 is assigned only in a package for the archives; in other packages the numbers would repeat.
  const { settings, plan } = job;
  const numbers = plan.recipients.includes(settings.archive) ? archiveNumbers(settings) : null;
  const numbered = job.items.map((item, index) => toRecord(item, index + 1, job, numbers));
  const items = await stampItems(job, numbered, ports.renderStamps);
  const records = numbered.map((record, index) => ({ ...record, files: describeItem(items[index], index + 1) }));
  const recordWithoutFiles: PackageRecord = {
    id: job.plan.id,
    type: job.plan.type,
    campaign: job.project.campaign.name,
    senders: [...new Set(job.items.flatMap(({ entry }) => sendersOf(job.project, entry)))],
    recipients: job.plan.recipients,
    date: job.date,
    earlier: job.earlier,
    files: [],
    items: records,
  };
  const coverPieces = await coverAndCatalogue(recordWithoutFiles, job, ports.render);
  const record = { ...recordWithoutFiles, files: coverPieces.map(describeFile) };
  const pieces = [...coverPieces, ...items.flatMap((item, index) => itemPieces(item, index + 1))];
  const files = createPackage(record, pieces);
  return { files, digest: packageDigest(files), record };
}

/** The cover and the catalogue of a package. */
async function coverAndCatalogue(
  record: PackageRecord,
  { items }: PackageJob,
  render: FilingRenderers['render'],
): Promise<readonly PayloadFile[]> {
  const [first] = items;
  const docs = [coverDoc(record), catalogueDoc(record)];
  const [cover, catalogue] = first ? await render(docs, first.entry) : [];
  if (!cover || !catalogue) throw new Error('a package needs documents');
  return [
    ...cover.map(({ format, bytes }): PayloadFile => {
      return { role: format.filedAs, path: `${coverTitle(record)}.${format.extension}`, bytes };
    }),
    ...catalogue.map(({ format, bytes }): PayloadFile => {
      return { role: '目录', path: `${CATALOGUE_TITLE}.${format.extension}`, bytes };
    }),
    { role: '目录', path: `${CATALOGUE_TITLE}.csv`, bytes: encode(writeCatalogue(record.items)) },
  ];
}

function describeItem(item: FilingItem | undefined, no: number): ItemRecord['files'] {
  return item ? itemPieces(item, no).map(describeFile) : [];
}

function itemPieces({ version }: FilingItem, no: number): readonly PayloadFile[] {
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

/** 责任者; for a joint document, all issuing organs. */
function authorsOf(project: Project, { entry, version }: FilingItem): readonly string[] {
  const unit = unitOf(project, entry);
  const partners = unit ? recordsAt(unit.data, 'partners') : [];
  return partners.length > 0 ? sendersOf(project, entry) : [version.author];
}
