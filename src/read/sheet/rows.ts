import type { Campaign } from '../../model/campaign.js';
import type { Data, Value } from '../../model/data.js';
import type { Diagnostic, Severity } from '../../model/diagnostic.js';
import { BLANK, addressOf, isBlank, shownText } from './grid.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { readCell } from './cell-value.js';
import type { FieldColumn, Header } from './header.js';
import { normalLabel } from './lists.js';

/** The records that a sheet holds for a list, and what of it did not fit. */
export interface Records {
  readonly records: readonly Data[];
  readonly findings: readonly Diagnostic[];
}

/** Where a sheet is told of its rows: the file, and the rows of other units, which are left out. */
export interface RowContext {
  readonly file: string;
  readonly campaign: Campaign;
  /** Whether a row belongs to another unit. */
  readonly isForeign: (row: GridRow) => boolean;
}

const SUM = /^(?:合计|小计|总计|共计|累计)/u;
const MOST_IN_A_ROW = 32_767;

/** Reads the rows below a header. A row with a cell that does not fit is left out and said; an empty cell is a hole. */
export function readRows(grid: Grid, header: Header, context: RowContext): Records {
  const findings: Diagnostic[] = [];
  const report = reporter(context.file, grid.name, findings);
  const records = grid.rows
    .filter((row) => row.number > header.row && isEntry(row, header, context, report))
    .flatMap((row) => readRow(row, header, context.campaign, report) ?? []);
  return { records, findings };
}

export type Report = (
  severity: Severity,
  code: string,
  place: { readonly row: number; readonly column: number },
  message: string,
  hint: string,
) => void;

/** Findings about cells stand in their sheet's order; a cell's address is part of what is said. */
export function reporter(file: string, sheet: string, sink: Diagnostic[]): Report {
  return (severity, code, { row, column }, message, hint) => {
    const span = { path: `${file}›${sheet}`, start: row * MOST_IN_A_ROW + column, end: 0 };
    const place = row === 0 ? '' : `${addressOf(row, column)} `;
    sink.push({ severity, code, message: `${place}${message}`, span, hint });
  };
}

function isEntry(row: GridRow, header: Header, { isForeign }: RowContext, report: Report): boolean {
  const filled = header.columns.filter(({ index }) => !isBlank(ownCell(row, index)));
  if (filled.length === 0 || isForeign(row) || isRepeatedHeader(row, header)) return false;
  const [first] = filled;
  const place = { row: row.number, column: first?.index ?? 0 };
  const found = row.cells.map(shownText).find((text) => text !== '') ?? '';
  if (SUM.test(normalLabel(found))) {
    report('info', 'IMPORT-ROW-SKIPPED', place, `“${found}”这一行是合计，没有导入，合计由程序算`, '不用改。');
    return false;
  }
  if (filled.length === 1 && header.columns.length > 2) {
    const hint = '是标题、落款或者说明就不用管；是一条记录就把其余各格填上。';
    report('warning', 'IMPORT-ROW-SKIPPED', place, `这一行只有“${clip(found)}”一格有字，没有导入`, hint);
    return false;
  }
  return true;
}

/** A merged cell's value counts for the rows that it reaches down to, not for the columns beside it. */
function ownCell(row: GridRow, index: number): GridCell {
  const cell = row.cells[index] ?? BLANK;
  return cell.from === 'left' ? BLANK : cell;
}

/** A table that is printed page by page may have its header typed on each of them. */
function isRepeatedHeader(row: GridRow, { columns }: Header): boolean {
  const same = columns.filter(({ index, label }) => normalLabel(shownText(ownCell(row, index))) === normalLabel(label));
  return same.length * 2 > columns.length;
}

function readRow(row: GridRow, header: Header, campaign: Campaign, report: Report): readonly Data[] | null {
  const readings = header.columns.map((column) => ({
    column,
    cell: ownCell(row, column.index),
    reading: readCell(ownCell(row, column.index), column.field.schema, campaign),
  }));
  for (const { column, cell, reading } of readings) {
    const place = { row: row.number, column: column.index };
    if (reading.kind === 'unfit') reportUnfit(column, cell, reading, place, report);
    else if (reading.remark !== '')
      report('warning', 'IMPORT-ASSUMED', place, `“${shownText(cell)}”${reading.remark}`, '不对就改过来再导入。');
  }
  if (readings.some(({ reading }) => reading.kind === 'unfit')) return null;
  reportHoles(row, header, report);
  if (row.hidden)
    report('info', 'IMPORT-HIDDEN', { row: row.number, column: 0 }, '这一行在表里是隐藏的，也导入了', '不要的删去。');
  return [readings.reduce<Data>((record, { column, reading }) => placed(record, column, reading), {})];
}

function reportUnfit(
  { field }: FieldColumn,
  cell: GridCell,
  { expected, hint }: { readonly expected: string; readonly hint: string },
  place: { readonly row: number; readonly column: number },
  report: Report,
): void {
  const found = cell.content.kind === 'fault' ? cell.content.reason : `写的是“${clip(shownText(cell))}”`;
  report('error', 'IMPORT-CELL-UNFIT', place, `${found}，“${field.label}”应是${expected}；这一行没有导入`, hint);
}

function reportHoles(row: GridRow, { columns }: Header, report: Report): void {
  for (const { index, field } of columns) {
    if (!field.required || !isBlank(ownCell(row, index))) continue;
    const place = { row: row.number, column: index };
    report(
      'warning',
      'IMPORT-CELL-EMPTY',
      place,
      `空着，“${field.label}”是必填的，先留空导入`,
      '补上以后再导入，或者在内容文件里补。',
    );
  }
}

function placed(
  record: Data,
  { field }: FieldColumn,
  reading: { readonly kind: string; readonly value?: Value },
): Data {
  const [key = '', member] = field.path;
  const value = reading.value ?? null;
  if (value === null) return record;
  if (member === undefined) return { ...record, [key]: value };
  return { ...record, [key]: { ...(record[key] as Data | undefined), [member]: value } };
}

function clip(text: string): string {
  const characters = [...text.replaceAll('\n', ' ')];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
}
