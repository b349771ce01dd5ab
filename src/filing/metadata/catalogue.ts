import { csvText } from '../../encoding/csv.js';
import type { Alignment, Cell, Column, Paragraph, Table } from '../../model/block.js';
import { printDate } from '../../campaign/dates.js';
import type { Doc } from '../../model/doc.js';
import type { ItemRecord, PackageRecord } from './describe.js';

interface CatalogueColumn {
  readonly label: string;
  readonly width: number;
  readonly align: Alignment;
  readonly of: (item: ItemRecord) => string;
}

/** The nine columns of 归档文件目录 in the standard order (DA/T 22-2015, 5.5.2). Dates have eight digits. */
const COLUMNS: readonly CatalogueColumn[] = [
  { label: '序号', width: 3, align: 'centre', of: ({ no }) => String(no) },
  { label: '档号', width: 11, align: 'left', of: ({ archiveNo }) => archiveNo },
  { label: '文号', width: 9, align: 'left', of: ({ number }) => number },
  { label: '责任者', width: 9, align: 'left', of: ({ authors }) => authors.join('、') },
  { label: '题名', width: 19, align: 'left', of: ({ title }) => title },
  { label: '日期', width: 7, align: 'centre', of: ({ date }) => date.replaceAll('-', '') },
  { label: '密级', width: 3, align: 'centre', of: () => '' },
  { label: '页数', width: 3, align: 'centre', of: ({ pages }) => String(pages) },
  { label: '备注', width: 4, align: 'left', of: ({ version }) => (version > 1 ? `第${version}版` : '') },
];

export const CATALOGUE_TITLE = '归档文件目录';
export const CATALOGUE_HEADER: readonly string[] = COLUMNS.map(({ label }) => label);

/** The cells of the catalogue, one row for each 件. */
export function catalogueRows(items: readonly ItemRecord[]): readonly (readonly string[])[] {
  return items.map((item) => COLUMNS.map((column) => column.of(item)));
}

/** Writes the catalogue as CSV. */
export function writeCatalogue(items: readonly ItemRecord[]): string {
  return csvText([CATALOGUE_HEADER, ...catalogueRows(items)]);
}

/** The catalogue as a document: a page that describes the package, then the table on landscape pages. */
export function catalogueDoc(record: PackageRecord): Doc {
  const table: Table = {
    kind: 'table',
    caption: CATALOGUE_TITLE,
    columns: COLUMNS.map(({ width, align }): Column => ({ width, align })),
    header: CATALOGUE_HEADER.map(cellOf),
    rows: catalogueRows(record.items).map((row) => row.map(cellOf)),
  };
  return plainDoc(record, CATALOGUE_TITLE, [], [...facts(record), { kind: 'landscape', blocks: [table] }]);
}

function facts(record: PackageRecord): readonly Paragraph[] {
  const lines = [
    `归档包标识：${record.id}`,
    `活动：${record.campaign}`,
    `报送单位：${record.senders.join('、')}`,
    `报送机关：${record.recipients.join('、')}`,
    `日期：${printDate(record.date)}`,
    `件数：${record.items.length}`,
  ];
  return lines.map((text) => ({ kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text }] }));
}

/** A document without a red head; its date is the filing date. */
export function plainDoc(
  record: PackageRecord,
  title: string,
  recipients: readonly string[],
  blocks: Doc['blocks'],
): Doc {
  const author = record.senders.join('、');
  return {
    properties: { title, author, subject: title, keywords: [record.campaign], date: record.date, draft: false },
    head: { kind: 'plain', copyNumber: '', classification: '', urgency: '', line: '' },
    title: [title],
    recipients,
    blocks,
    attachments: [],
    attendance: [],
    signOff: null,
    note: '',
    foot: { kind: 'none' },
  };
}

export function cellOf(text: string): Cell {
  return text === '' ? [] : [{ kind: 'text', text }];
}
