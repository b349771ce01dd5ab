/** The content of a cell, independent of its formatting. */
export type Content =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** `percent`: the sheet shows 0.8496 as 84.96%. */
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  /** YYYY-MM-DD. */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  /** A cell without a usable value, with the reason in Chinese. */
  | { readonly kind: 'fault'; readonly reason: string };

export interface GridCell {
  readonly content: Content;
  /** The direction from which a merged cell takes its value; `own` for every other cell. */
  readonly from: 'own' | 'left' | 'above';
}

export interface GridRow {
  /** Counted from 1, as the sheet shows it. */
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly GridCell[];
}

/** One sheet of a workbook, or a CSV file, cell by cell. */
export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly GridRow[];
}

export const BLANK: GridCell = { content: { kind: 'blank' }, from: 'own' };

/** The A1 address, such as B7, of the cell in a row (counted from 1) and a column (counted from 0). */
export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

function columnName(column: number): string {
  const quotient = Math.floor(column / 26);
  return `${quotient === 0 ? '' : columnName(quotient - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

const TRIVIAL = /^[\s\u3000]*(?:[—–\-－/／]{1,3}[\s\u3000]*)?$/u;

/** Whether a cell is empty or contains only a dash as a filler. */
export function isBlank({ content }: GridCell): boolean {
  return content.kind === 'blank' || (content.kind === 'text' && TRIVIAL.test(content.text));
}

/** The text that the spreadsheet displays in a cell. */
export function shownText({ content }: GridCell): string {
  switch (content.kind) {
    case 'blank':
      return '';
    case 'text':
      return content.text.trim();
    case 'number':
      return content.percent ? `${decimal(content.value * 100)}%` : decimal(content.value);
    case 'date':
      return content.date;
    case 'flag':
      return content.value ? '是' : '否';
    case 'fault':
      return content.reason;
  }
}

/** Formats a number with at most 15 significant digits, as spreadsheets do. */
export function decimal(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return /e/i.test(text) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 }) : text;
}
