import type { Campaign } from '../../model/campaign.js';
import type { Data, Value } from '../../model/data.js';
import type { Diagnostic, Severity } from '../../model/diagnostic.js';
import { BLANK, addressOf, isBlank, shownText } from './grid.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { readCell } from './cell-value.js';
import type { FieldColumn, Header } from './header.js';
import { normalLabel } from './lists.js';

/** The records that were read from a sheet, and the findings about its cells. */
export interface Records {
  readonly records: readonly Data[];
  readonly findings: readonly Diagnostic[];
}

/** The context in which rows are read. Rows of other units are skipped. */
export interface RowContext {
  readonly file: string;
  readonly campaign: Campaign;
  /** Whether a row belongs to another unit. */
  readonly isForeign: (row: GridRow) => boolean;
}

const SUM = /^(?:合计|小计|总计|共计|累计)/u;
/** More than the number of columns in any sheet; used to encode row and column as one sortable offset. */
const ROW_STRIDE = 32_767;

/**
 * Reads the rows below a header. A row with an invalid cell is reported and left out. An empty cell is a missing value.
 */
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

/**
 * Creates a function that reports findings about cells. Findings sort in sheet order; messages begin with the address.
 */
export function reporter(file: string, sheet: string, sink: Diagnostic[]): Report {
  return (severity, code, { row, column }, message, hint) => {
    const span = { path: `${file}›${sheet}`, start: row * ROW_STRIDE + column, end: 0 };
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

/**
 * The cell of a column. A vertically merged value applies to all its rows; a horizontally merged one only to its first
 * column.
 */
function ownCell(row: GridRow, index: number): GridCell {
  const cell = row.cells[index] ?? BLANK;
  return cell.from === 'left' ? BLANK : cell;
}

/** A table laid out for printing may repeat its header on every page. */
function isRepeatedHeader(row: GridRow, { columns }: Header): boolean {
  const equal = columns.filter(
    ({ index, label }) => normalLabel(shownText(ownCell(row, index))) === normalLabel(label),
  );
  return equal.length * 2 > columns.length;
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
  reportMissing(row, header, report);
  if (row.hidden)
    report('info', 'IMPORT-HIDDEN', { row: row.number, column: 0 }, '这一行在表里是隐藏的，也导入了', '不要的删去。');
  return [readings.reduce<Data>((record, { column, reading }) => withField(record, column, reading), {})];
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

function reportMissing(row: GridRow, { columns }: Header, report: Report): void {
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

function withField(
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
