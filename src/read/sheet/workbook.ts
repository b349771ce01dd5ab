import type { Grid } from './grid.js';
import { readDirectory } from './xlsx/directory.js';
import { readNumberFormats } from './xlsx/number-formats.js';
import type { Parts } from './xlsx/part.js';
import { readSheet } from './xlsx/sheet.js';
import { readStrings } from './xlsx/strings.js';

/**
 * Reads the sheets of a workbook with the cached results of formulas; no formula is evaluated. `parts` are the unpacked
 * parts by their path in lower case; the caller must limit their size. Throws `WorkbookError`.
 */
export function readWorkbook(parts: Parts): readonly Grid[] {
  const { sheets, from1904 } = readDirectory(parts);
  const tables = { strings: readStrings(parts), formats: readNumberFormats(parts), from1904 };
  return sheets.map((sheet) => readSheet(parts, sheet, tables));
}
