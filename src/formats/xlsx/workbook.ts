import ExcelJS from 'exceljs';
import type { Workbook, Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { Doc } from '../../model/doc.js';
import { tablesOf } from '../../model/doc-tables.js';
import type { Style } from '../../model/style.js';
import { zipParts, type Part } from '../zip/streamed-zip.js';
import {
  sharedStringCount,
  prepareRows,
  sheetXml,
  sharedStringsXml,
  type SheetRows,
  type SharedStrings,
} from './rows.js';
import { rowHeight, setUpSheet } from './sheet.js';
import { paragraphsOf } from './paragraphs.js';

/** Landscape A4 (paper size 9), fitted to one page wide. */
const PAGE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
} as const;
const NOTES_SHEET = '说明';
const NOTES_WIDTH = 90;

/**
 * Writes the tables of a document as a workbook: a sheet with the paragraphs of the document, then one sheet a table.
 */
export async function writeXlsx(doc: Doc, style: Style): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  setProperties(book, doc);
  const face = style.faces.digits;
  addNotes(book, doc, face);
  const names = new Set([NOTES_SHEET]);
  const strings: SharedStrings = new Map();
  const rows = tablesOf(doc).map((table): SheetRows => {
    const sheet = addSheet(book, sheetName(table.caption || doc.properties.title, names), doc.properties.title);
    setUpSheet(sheet, table, face);
    return prepareRows(sheet, table, face, strings);
  });
  return pack(new Uint8Array(await book.xlsx.writeBuffer()), rows, strings);
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

/** Adds a sheet with the title in the page header and the page number in the page footer. */
function addSheet(book: Workbook, name: string, title: string): Worksheet {
  const headerFooter = { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C第&P页，共&N页' };
  const sheet = book.addWorksheet(name, { headerFooter });
  Object.assign(sheet.pageSetup, PAGE);
  return sheet;
}

function addNotes(book: Workbook, doc: Doc, face: string): void {
  const sheet = addSheet(book, NOTES_SHEET, doc.properties.title);
  sheet.columns = [{ width: NOTES_WIDTH }];
  for (const [index, text] of [doc.properties.title, ...paragraphsOf(doc), doc.properties.author].entries()) {
    const row = sheet.addRow([text]);
    row.height = rowHeight([text], [NOTES_WIDTH]) + (index === 0 ? 8 : 0);
    const cell = row.getCell(1);
    cell.font = { name: face, size: index === 0 ? 14 : 11, bold: index === 0 };
    cell.alignment = { wrapText: true, vertical: 'top' };
  }
}

/** A sheet name that Excel reserves. */
const RESERVED_NAME = /^history$/i;

/** A sheet name: at most 31 characters, without forbidden characters, unique regardless of case; adds it to `taken`. */
function sheetName(text: string, taken: Set<string>): string {
  const short = [...text.replace(/[*?:\\/[\]']/g, '').replace(/[（(].*$/, '')].slice(0, 28).join('').trim();
  const base = short === '' || RESERVED_NAME.test(short) ? '表' : short;
  let name = base;
  for (let next = taken.size; taken.has(name.toLowerCase()); next += 1) name = `${base}${next}`;
  taken.add(name.toLowerCase());
  return name;
}

const SHARED_STRINGS_PATH = 'xl/sharedStrings.xml';
const SHEET_PATH = /^xl\/worksheets\/sheet(\d+)\.xml$/;
/** Sheet files count from 1, and the first is the sheet of paragraphs. */
const FIRST_TABLE_SHEET = 2;

/** Packs the workbook with its rows. The output is reproducible: entries are sorted by name and have a fixed date. */
function pack(bytes: Uint8Array, rows: readonly SheetRows[], strings: SharedStrings): Uint8Array {
  const parts = unzipSync(bytes);
  const contentOf = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const libraryStrings = sharedStringCount(contentOf(SHARED_STRINGS_PATH));
  const indexOf = (text: string): number => libraryStrings + (strings.get(text) ?? 0);
  const part = (path: string): Part => {
    const content = contentOf(path);
    const sheetRows = rows[Number(SHEET_PATH.exec(path)?.[1]) - FIRST_TABLE_SHEET];
    if (sheetRows) return sheetXml(content, sheetRows, indexOf);
    return path === SHARED_STRINGS_PATH ? sharedStringsXml(content, rows, strings) : content;
  };
  return zipParts(
    Object.keys(parts)
      .sort()
      .map((path) => [path, part(path)]),
  );
}
