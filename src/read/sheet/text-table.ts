import { CsvError, parse } from '#csv-parse';
import { WorkbookError } from './workbook-error.js';
import type { Grid, GridCell } from './grid.js';

const MAX_ROWS = 20_000;
const MAX_CELL_CHARACTERS = 32_767;

/**
 * Reads a CSV file, which is encoded in GB18030 (Chinese spreadsheets), UTF-8 or UTF-16, as a sheet. Throws
 * `WorkbookError`.
 */
export function readTextTable(bytes: Uint8Array, name: string): Grid {
  const text = decodeText(bytes);
  const rows = parseText(text);
  if (rows.length > MAX_ROWS) throw new WorkbookError(`有${rows.length}行，超过${MAX_ROWS}行，请分成几个文件`);
  return { name, hidden: false, rows: rows.map(toRow) };
}

function toRow(record: readonly string[], index: number): Grid['rows'][number] {
  return { number: index + 1, hidden: false, cells: record.map(toCell) };
}

function toCell(text: string): GridCell {
  if (text.length > MAX_CELL_CHARACTERS)
    return { content: { kind: 'fault', reason: `超过${MAX_CELL_CHARACTERS}个字` }, from: 'own' };
  const plain = text.replace(/\r\n?/g, '\n');
  return { content: plain.trim() === '' ? { kind: 'blank' } : { kind: 'text', text: plain }, from: 'own' };
}

function decodeText(bytes: Uint8Array): string {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decodeAs(bytes, encoding);
    if (text !== null) return text;
  }
  throw new WorkbookError('文件不是 UTF-8，也不是 GB18030（GBK）编码，读出来会是乱码');
}

/** Decodes text; null if the bytes are invalid in the encoding or the text contains control characters. */
function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

function parseText(text: string): readonly (readonly string[])[] {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const delimiter = first.split('\t').length > first.split(',').length ? '\t' : ',';
  try {
    return parse(text, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: false });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new WorkbookError(`第${Number(error['lines'] ?? 1)}行附近读不下去，多半是引号没有成对`);
  }
}
