import { printable } from '../encoding/terminal.js';
import { cellsOf } from '../report/cells.js';

/** Rows as columns of a terminal, as wide as their widest cell; a Han character takes two. */
export function alignColumns(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => row.map(printable));
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => cellsOf(row[at] ?? ''))));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - cellsOf(cell))).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}
