import { isBlank, shownText } from './grid.js';
import type { Grid, GridRow } from './grid.js';
import { normalLabel } from './lists.js';
import type { Field, ListField } from './lists.js';

/** A column of a sheet under the words of its header. */
export interface Column {
  /** Counted from 0. */
  readonly index: number;
  readonly label: string;
}

export interface FieldColumn extends Column {
  readonly field: Field;
}

/** The header that a list finds in a sheet: its columns, and the columns that say nothing it knows. */
export interface Header {
  /** Number of the last row of the header, as the sheet shows it. */
  readonly row: number;
  readonly columns: readonly FieldColumn[];
  readonly strangers: readonly Column[];
  /** Columns that count in another measure than the field's own. */
  readonly mismeasured: readonly FieldColumn[];
}

/** Titles, notes and the names of those who fill a table in stand above its header. */
const ROWS_ABOVE = 30;

/** The row, or two rows one above the other, in which most fields of a list are named; null where fewer than two are. */
export function findHeader(grid: Grid, list: ListField): Header | null {
  const rows = grid.rows.slice(0, ROWS_ABOVE);
  const candidates = rows.flatMap((row, index) => {
    const below = rows[index + 1];
    const single = headerIn(row, columnsOf(row), grid, list);
    const double = below && spansColumns(row) ? headerIn(below, stackedColumns(row, below), grid, list) : null;
    return double ? [single, double] : [single];
  });
  const best = candidates.reduce<Header | null>((found, next) => (better(next, found) ? next : found), null);
  return best && best.columns.length > 1 ? best : null;
}

function better(next: Header, found: Header | null): boolean {
  return found === null || next.columns.length > found.columns.length;
}

function columnsOf(row: GridRow): readonly Column[] {
  return row.cells.flatMap((cell, index) => (isBlank(cell) ? [] : [{ index, label: shownText(cell) }]));
}

/** Whether some cell of the row stands over several columns, as the upper of two header rows has it. */
function spansColumns(row: GridRow): boolean {
  return row.cells.some(({ from }) => from === 'left') || row.cells.some((cell) => isBlank(cell));
}

/** The lower label where there is one; what is merged downwards has the upper one. */
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
    mismeasured: matched.flatMap(({ index, label, match }) =>
      match?.fits === false ? [{ index, label, field: match.field }] : [],
    ),
  };
}

interface Match {
  readonly field: Field;
  /** False where the header names another measure than the field counts in. */
  readonly fits: boolean;
}

const MEASURED = /^(.+?)\(([^()]*)\)$/;

/** The field that a label names, by the whole label or by what stands before a measure in brackets. */
function matchOf(label: string, fields: readonly Field[]): Match | null {
  const normal = normalLabel(label);
  const [, bare = normal, measure = ''] = MEASURED.exec(normal) ?? [];
  const field =
    fields.find(({ names }) => names.includes(normal)) ?? fields.find(({ names }) => names.includes(normalLabel(bare)));
  if (!field) return null;
  const own = field.schema.measure;
  return { field, fits: measure === '' || own === undefined || normalLabel(own) === measure };
}

/**
 * One column a field. Where two columns claim the same one, a column that merely counts the rows gives way, then the one
 * whose label is not the field's own.
 */
function withoutCounters(columns: readonly FieldColumn[], grid: Grid, headerRow: number): readonly FieldColumn[] {
  const fields = [...new Set(columns.map(({ field }) => field))];
  return fields.flatMap((field) => {
    const rivals = columns.filter((column) => column.field === field);
    const counting = rivals.filter((column) => !isCounter(column, grid, headerRow));
    const left = counting.length > 0 ? counting : rivals;
    return left.find(({ label }) => normalLabel(label) === field.names[0]) ?? left[0] ?? [];
  });
}

function isCounter({ index }: Column, grid: Grid, headerRow: number): boolean {
  const answers = grid.rows
    .filter(({ number }) => number > headerRow)
    .map(({ cells }) => cells[index])
    .flatMap((cell) => (cell && !isBlank(cell) ? [shownText(cell)] : []));
  return answers.length > 0 && answers.every((answer, position) => answer === String(position + 1));
}
