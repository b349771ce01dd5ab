/**
 * A table as CSV (RFC 4180) with a byte-order mark, by which Chinese spreadsheet programs recognise UTF-8. A cell that
 * a spreadsheet would interpret as a formula gets a leading apostrophe.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
