import { displayWidth } from './display-width.js';
import { printable } from './terminal.js';

/** Lines of a table for a terminal: each column as wide as its widest cell; nothing in a cell steers the terminal. */
export function alignColumns(cells: readonly (readonly string[])[]): readonly string[] {
  const rows = cells.map((row) => row.map(printable));
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - displayWidth(cell))).join('  ');
  return rows.map((row) => line(row).trimEnd());
}
