import { isBlank, shownText } from './grid.js';
import type { Grid, GridRow } from './grid.js';
import { normalLabel } from './lists.js';
import type { Field, ListField } from './lists.js';

/** A column of a sheet with its header label. */
export interface Column {
  /** Counted from 0. */
  readonly index: number;
  readonly label: string;
}

export interface FieldColumn extends Column {
  readonly field: Field;
}

/** A header row matched against the fields of a list. */
export interface Header {
  /** Row number of the header's last row, as the sheet shows it. */
  readonly row: number;
  readonly columns: readonly FieldColumn[];
  readonly strangers: readonly Column[];
  /** Columns whose header states another unit than the field's. */
  readonly wrongUnit: readonly FieldColumn[];
}

/** The header is searched in this many rows, since titles, notes and names of reporters may precede it. */
const MAX_HEADER_ROW = 30;

/** Finds the row, or the pair of rows, that names most fields of a list; null if no row names at least two. */
export function findHeader(grid: Grid, list: ListField): Header | null {
  const rows = grid.rows.slice(0, MAX_HEADER_ROW);
  const candidates = rows.flatMap((row, index) => {
    const below = rows[index + 1];
    const single = headerIn(row, columnsOf(row), grid, list);
    const double = below && spansColumns(row) ? headerIn(below, stackedColumns(row, below), grid, list) : null;
    return double ? [single, double] : [single];
  });
  const best = candidates.reduce<Header | null>((found, next) => (isBetter(next, found) ? next : found), null);
  return best && best.columns.length > 1 ? best : null;
}

function isBetter(next: Header, found: Header | null): boolean {
  return found === null || next.columns.length > found.columns.length;
}

function columnsOf(row: GridRow): readonly Column[] {
  return row.cells.flatMap((cell, index) => (isBlank(cell) ? [] : [{ index, label: shownText(cell) }]));
}

/** Whether a row may be the upper of two header rows: it has a cell that spans columns, or a blank cell. */
function spansColumns(row: GridRow): boolean {
  return row.cells.some(({ from }) => from === 'left') || row.cells.some((cell) => isBlank(cell));
}

/** Labels of a pair of header rows: the lower one, or the upper one where the lower cell is blank. */
function stackedColumns(upper: GridRow, lower: GridRow): readonly Column[] {
  const labels = new Map(columnsOf(upper).map(({ index, label }) => [index, label]));
  for (const { index, label } of columnsOf(lower)) labels.set(index, label);
  return [...labels].map(([index, label]) => ({ index, label })).sort((a, b) => a.index - b.index);
}

function headerIn(row: GridRow, columns: readonly Column[], grid: Grid, { fields }: ListField): Header {
  const matched = columns.map((column) => ({ ...column, match: matchOf(column.label, fields) }));
  const fitting = matched.flatMap(({ index, label, match }) =>
    match?.fits === true ? [{ index, label, field: match.field }] : [],
  );
  return {
    row: row.number,
    columns: withoutCounters(fitting, grid, row.number),
    strangers: matched.filter(({ match }) => match === null).map(({ index, label }) => ({ index, label })),
    wrongUnit: matched.flatMap(({ index, label, match }) =>
      match?.fits === false ? [{ index, label, field: match.field }] : [],
    ),
  };
}

interface Match {
  readonly field: Field;
  /** False if the header states another unit than the field's. */
  readonly fits: boolean;
}

const MEASURED = /^(.+?)\(([^()]*)\)$/;

/** Finds the field for a label: by the whole label, or by the label without a unit in brackets. */
function matchOf(label: string, fields: readonly Field[]): Match | null {
  const normal = normalLabel(label);
  const [, bare = normal, measure = ''] = MEASURED.exec(normal) ?? [];
  const field =
    fields.find(({ names }) => names.includes(normal)) ?? fields.find(({ names }) => names.includes(normalLabel(bare)));
  if (!field) return null;
  const expected = field.schema.measure;
  return { field, fits: measure === '' || expected === undefined || normalLabel(expected) === measure };
}

/**
 * Selects one column per field. Of several columns for a field, columns that only number the rows are dropped; then the
 * column with the field's main label wins, otherwise the first.
 */
function withoutCounters(columns: readonly FieldColumn[], grid: Grid, headerRow: number): readonly FieldColumn[] {
  const fields = [...new Set(columns.map(({ field }) => field))];
  return fields.flatMap((field) => {
    const candidates = columns.filter((column) => column.field === field);
    const uncounted = candidates.filter((column) => !isCounter(column, grid, headerRow));
    const remaining = uncounted.length > 0 ? uncounted : candidates;
    return remaining.find(({ label }) => normalLabel(label) === field.names[0]) ?? remaining[0] ?? [];
  });
}

function isCounter({ index }: Column, grid: Grid, headerRow: number): boolean {
  const answers = grid.rows
    .filter(({ number }) => number > headerRow)
    .map(({ cells }) => cells[index])
    .flatMap((cell) => (cell && !isBlank(cell) ? [shownText(cell)] : []));
  return answers.length > 0 && answers.every((answer, position) => answer === String(position + 1));
}
