import ExcelJS from 'exceljs';
import type { CellValue, Worksheet } from 'exceljs';

export type Rows = readonly (readonly CellValue[])[];

/** A workbook with these sheets; `shape` may merge, hide or format what is in them. */
export async function workbook(
  sheets: Readonly<Record<string, Rows>>,
  shape: (sheet: Worksheet) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    shape(sheet);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
