/** The value of a cell: a number or a date that a spreadsheet can calculate with, or the printed text. */
export interface CellValue {
  readonly value: string | number | Date;
  /** Excel number format; empty for General. */
  readonly numberFormat: string;
}

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;
const PERCENT = /^(\d+\.\d{2})%$/;
const DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

/**
 * Parses the printed text of a cell. Texts such as 007 or 无 stay text; a date is midnight UTC, as a sheet stores it.
 */
export function cellValue(text: string): CellValue {
  if (NUMBER.test(text)) return { value: Number(text), numberFormat: '' };
  const percent = PERCENT.exec(text);
  if (percent) return { value: Math.round(Number(percent[1]) * 100) / 10_000, numberFormat: '0.00%' };
  const date = DATE.exec(text);
  if (!date) return { value: text, numberFormat: '' };
  const [, year, month, day] = date.map(Number);
  return { value: new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1)), numberFormat: 'yyyy"年"m"月"d"日"' };
}

/** The serial number of a date in a spreadsheet: days since 30 December 1899. */
export function toDateSerial(date: Date): number {
  return 25_569 + date.getTime() / 86_400_000;
}
