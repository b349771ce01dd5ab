/** What a cell holds: a number or a date that a spreadsheet can count with, or the text as it is printed. */
export interface CellValue {
  readonly value: string | number | Date;
  /** The number format; empty for the application's own. */
  readonly format: string;
}

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;
const PERCENT = /^(\d+\.\d{2})%$/;
const DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;

/** Reads a printed cell back. A text such as 007 or 无 stays text; a date is midnight UTC, which is what a sheet stores. */
export function cellValue(text: string): CellValue {
  if (NUMBER.test(text)) return { value: Number(text), format: '' };
  const percent = PERCENT.exec(text);
  if (percent) return { value: Math.round(Number(percent[1]) * 100) / 10_000, format: '0.00%' };
  const date = DATE.exec(text);
  if (!date) return { value: text, format: '' };
  const [, year, month, day] = date.map(Number);
  return { value: new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1)), format: 'yyyy"年"m"月"d"日"' };
}

/** A day as a spreadsheet counts it: from 30 December 1899. */
export function serialOf(date: Date): number {
  return 25_569 + date.getTime() / 86_400_000;
}
