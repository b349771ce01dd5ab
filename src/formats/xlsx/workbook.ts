import ExcelJS from 'exceljs';
import type { Workbook, Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { Doc } from '../../model/doc.js';
import { tablesOf } from '../../model/doc-tables.js';
import type { Style } from '../../model/style.js';
import { zipParts, type Part } from '../zip/streamed-zip.js';
import { listed, prepareRows, sheetXml, textsXml, type Rows, type Texts } from './rows.js';
import { heightOf, setUpSheet } from './sheet.js';
import { paragraphsOf } from './tables.js';

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
  const texts: Texts = new Map();
  const rows = tablesOf(doc).map((table): Rows => {
    const sheet = addSheet(book, sheetName(table.caption || doc.properties.title, names), doc.properties.title);
    setUpSheet(sheet, table, face);
    return prepareRows(sheet, table, face, texts);
  });
  return pack(new Uint8Array(await book.xlsx.writeBuffer()), rows, texts);
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

/** A name that Excel keeps for itself. */
const RESERVED = /^history$/i;

/** A name of at most 31 characters without the signs that a sheet's name may not have, and unlike the others in any case. */
function sheetName(text: string, taken: Set<string>): string {
  const short = [...text.replace(/[*?:\\/[\]']/g, '').replace(/[（(].*$/, '')].slice(0, 28).join('').trim();
  const base = short === '' || RESERVED.test(short) ? '表' : short;
  let name = base;
  for (let next = taken.size; taken.has(name.toLowerCase()); next += 1) name = `${base}${next}`;
  taken.add(name.toLowerCase());
  return name;
}

const TEXTS = 'xl/sharedStrings.xml';
const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
/** The sheet of what is said in words is the first, and the library counts from 1. */
const FIRST_TABLE = 2;

/** The workbook with its rows, the same bytes for the same ones: entries by name, with a fixed date. */
function pack(bytes: Uint8Array, rows: readonly Rows[], texts: Texts): Uint8Array {
  const parts = unzipSync(bytes);
  const contentOf = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const first = listed(contentOf(TEXTS));
  const placeOf = (text: string): number => first + (texts.get(text) ?? 0);
  const part = (path: string): Part => {
    const content = contentOf(path);
    const own = rows[Number(SHEET.exec(path)?.[1]) - FIRST_TABLE];
    if (own) return sheetXml(content, own, placeOf);
    return path === TEXTS ? textsXml(content, rows, texts) : content;
  };
  return zipParts(
    Object.keys(parts)
      .sort()
      .map((path) => [path, part(path)]),
  );
}
