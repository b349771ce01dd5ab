/**
 * A table as CSV (RFC 4180) with a byte-order mark, by which a Chinese spreadsheet knows it for UTF-8. A cell that a
 * spreadsheet would take for a formula is given a leading apostrophe.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
