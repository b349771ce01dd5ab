import { displayWidth } from './display-width.js';
import { printable } from './terminal.js';

/** Lines of a table for a terminal: each column as wide as its widest cell, control characters replaced. */
export function alignColumns(cells: readonly (readonly string[])[]): readonly string[] {
  const rows = cells.map((row) => row.map(printable));
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(...rows.map((row) => displayWidth(row[index] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    row.map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - displayWidth(cell))).join('  ');
  return rows.map((row) => line(row).trimEnd());
}
