import type { Block, Paragraph, Table } from '../../model/block.js';
import { printDate } from '../../campaign/dates.js';
import type { Doc } from '../../model/doc.js';
import { cellOf, plainDoc } from './catalogue.js';
import type { PackageRecord } from './describe.js';

/** The title of the cover. A 备案 package contains its own report, so its cover needs another name. */
export function coverTitle({ type }: PackageRecord): string {
  return type === '备案' ? '备案材料封面' : '备案报告';
}

/** The cover report of a package: contents, senders, recipients and package identifier. */
export function coverDoc(record: PackageRecord): Doc {
  const doc = plainDoc(record, coverTitle(record), record.recipients, [
    paragraph(`按照${record.campaign}的有关要求，现将下列材料 ${record.items.length} 件报上，请予${act(record)}。`),
    ...materials(record),
    ...senderParagraphs(record),
    paragraph(`归档包标识：${record.id}。`),
    paragraph('特此报告。'),
  ]);
  const organs = isSigned(record) ? record.senders : [];
  return { ...doc, signOff: { kind: 'unsealed', organs, date: printDate(record.date) } };
}

const MAX_SIGNERS = 3;
const MAX_LISTED = 20;

function act({ type }: PackageRecord): string {
  return type === '备案' ? '备案' : '收存';
}

function paragraph(text: string): Paragraph {
  return { kind: 'paragraph', role: 'body', inlines: [{ kind: 'text', text }] };
}

/** More than `MAX_SIGNERS` senders do not sign; the text lists them. */
function isSigned({ senders }: PackageRecord): boolean {
  return senders.length <= MAX_SIGNERS;
}

function senderParagraphs(record: PackageRecord): readonly Paragraph[] {
  if (isSigned(record)) return [];
  return [paragraph(`报送单位 ${record.senders.length} 个：${record.senders.join('、')}。`)];
}

/** The list of materials; a long list is replaced by a reference to the catalogue. */
function materials(record: PackageRecord): readonly Block[] {
  if (record.items.length > MAX_LISTED) return [paragraph('材料目录见《归档文件目录》。')];

  const rows = record.items.map((item) => [
    String(item.no),
    item.title,
    `第${item.version}版`,
    printDate(item.date),
    String(item.pages),
  ]);
  const table: Table = {
    kind: 'table',
    caption: '材料清单',
    columns: [
      { width: 3, align: 'centre' },
      { width: 20, align: 'left' },
      { width: 5, align: 'centre' },
      { width: 8, align: 'centre' },
      { width: 4, align: 'centre' },
    ],
    header: ['序号', '材料名称', '版本', '成文日期', '页数'].map(cellOf),
    rows: rows.map((row) => row.map(cellOf)),
  };
  return [table];
}
