import ExcelJS from 'exceljs';
import type { Workbook, Worksheet } from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { Doc } from '../../model/doc.js';
import { tablesOf } from '../../model/tables.js';
import type { Style } from '../../model/style.js';
import { fillSheet, heightOf } from './sheet.js';
import { paragraphsOf } from './tables.js';

/** Local time: what a ZIP stores has no time zone, so this is the same bytes everywhere. */
const EPOCH = new Date(1980, 0, 1);
/** Landscape A4 (paper 9), one page wide. */
const PAGE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
} as const;
const NOTES = '说明';
const NOTES_WIDTH = 90;

/** The tables of a document as a workbook, a sheet each, after a sheet of what the document says in words. */
export async function writeXlsx(doc: Doc, style: Style): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  setProperties(book, doc);
  const face = style.faces.digits;
  addNotes(book, doc, face);
  const names = new Set([NOTES]);
  for (const table of tablesOf(doc)) {
    const sheet = addSheet(book, sheetName(table.caption || doc.properties.title, names), doc.properties.title);
    fillSheet(sheet, table, face);
  }
  return repack(new Uint8Array(await book.xlsx.writeBuffer()));
}

function setProperties(book: Workbook, { properties }: Doc): void {
  const day = new Date(`${properties.date === '' ? '1980-01-01' : properties.date}T00:00:00Z`);
  book.title = properties.title;
  book.creator = properties.author;
  book.lastModifiedBy = properties.author;
  book.subject = properties.subject;
  book.keywords = properties.keywords.join('；');
  book.created = day;
  book.modified = day;
}

/** A sheet with the title above its printed pages and the page number below. */
function addSheet(book: Workbook, name: string, title: string): Worksheet {
  const headerFooter = { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C第&P页，共&N页' };
  const sheet = book.addWorksheet(name, { headerFooter });
  Object.assign(sheet.pageSetup, PAGE);
  return sheet;
}

function addNotes(book: Workbook, doc: Doc, face: string): void {
  const sheet = addSheet(book, NOTES, doc.properties.title);
  sheet.columns = [{ width: NOTES_WIDTH }];
  for (const [index, text] of [doc.properties.title, ...paragraphsOf(doc), doc.properties.author].entries()) {
    const row = sheet.addRow([text]);
    row.height = heightOf([text], [NOTES_WIDTH]) + (index === 0 ? 8 : 0);
    const cell = row.getCell(1);
    cell.font = { name: face, size: index === 0 ? 14 : 11, bold: index === 0 };
    cell.alignment = { wrapText: true, vertical: 'top' };
  }
}

/** A name of at most 31 characters without the signs that a sheet's name may not have, and unlike the others. */
function sheetName(text: string, taken: Set<string>): string {
  const base = [...text.replace(/[*?:\\/[\]']/g, '').replace(/[（(].*$/, '')].slice(0, 28).join('');
  const name = taken.has(base) ? `${base}${taken.size}` : base;
  taken.add(name);
  return name;
}

/** The same bytes for the same workbook: entries by name, with a fixed date. */
function repack(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const entries: Zippable = {};
  for (const path of Object.keys(parts).sort()) entries[path] = parts[path] ?? new Uint8Array();
  return zipSync(entries, { level: 6, mtime: EPOCH });
}
