import type { Diagnostic } from '../../model/diagnostic.js';
import { nearestWord } from '../nearest.js';
import { findHeader } from './header.js';
import type { Header } from './header.js';
import type { Grid } from './grid.js';
import type { Field, ListField } from './lists.js';
import { reporter } from './rows.js';

/** A list matched to a sheet, with the header found. */
export interface Match {
  readonly grid: Grid;
  readonly list: ListField;
  readonly header: Header;
  /** Required fields for which the sheet has no column. */
  readonly absent: readonly Field[];
}

/**
 * Finds the lists that a sheet contains. A sheet may contain two that share a column, such as a plan's items with the
 * status of each. A list matches only if the sheet has all its required columns, unless the user `named` its kind.
 */
export function matchSheet(grid: Grid, lists: readonly ListField[], named: boolean, file: string): MatchResult {
  const candidates = lists.flatMap((list) => matchOf(grid, list) ?? []).sort((a, b) => scoreOf(b) - scoreOf(a));
  const complete = candidates.filter(({ absent }) => named || absent.length === 0);
  const matches = complete.reduce<readonly Match[]>(
    (chosen, next) => (addsColumns(chosen, next) ? [...chosen, next] : chosen),
    [],
  );
  return {
    matches,
    findings: matches.length > 0 ? headerFindings(matches, file) : unknownSheet(grid, candidates[0], file),
  };
}

export interface MatchResult {
  readonly matches: readonly Match[];
  readonly findings: readonly Diagnostic[];
}

function matchOf(grid: Grid, list: ListField): Match | null {
  const header = findHeader(grid, list);
  if (!header) return null;
  const present = new Set(header.columns.map(({ field }) => field));
  return { grid, list, header, absent: list.fields.filter((field) => field.required && !present.has(field)) };
}

/**
 * Score: matched columns, minus two for each missing required column, plus 0.5 if the sheet's name mentions the list.
 */
function scoreOf({ grid, list, header, absent }: Match): number {
  const words = [list.kind.label, list.label];
  const named = words.some((word) => grid.name.includes(word)) ? 0.5 : 0;
  return header.columns.length - 2 * absent.length + named;
}

/** A further list must have the same header row and at least two columns that earlier matches do not use. */
function addsColumns(chosen: readonly Match[], next: Match): boolean {
  if (chosen.some(({ header }) => header.row !== next.header.row)) return false;
  const taken = new Set(chosen.flatMap(({ header }) => header.columns.map(({ index }) => index)));
  const free = next.header.columns.filter(({ index }) => !taken.has(index));
  return chosen.length === 0 || free.length >= 2;
}

/** Findings about a matched header: unused columns, columns in another unit, and missing required columns. */
function headerFindings(matches: readonly Match[], file: string): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  const [first] = matches;
  if (!first) return findings;
  const { grid, header } = first;
  const report = reporter(file, grid.name, findings);
  const place = (column: number): { row: number; column: number } => ({ row: header.row, column });
  if (grid.hidden) report('info', 'IMPORT-HIDDEN', { row: 0, column: 0 }, '这张表是隐藏的，也导入了', '不要的删去。');
  const used = new Set(matches.flatMap((match) => match.header.columns.map(({ index }) => index)));
  for (const { index, label } of header.strangers.filter((column) => !used.has(column.index)))
    report('info', 'IMPORT-COLUMN-UNUSED', place(index), `“${label}”这一列用不上，没有导入`, nameHint(label, matches));
  for (const { index, label, field } of header.wrongUnit) {
    const measure = field.schema.measure ?? '';
    const hint = `换算成${measure}再导入。`;
    report('error', 'IMPORT-CELL-UNFIT', place(index), `表头是“${label}”，“${field.label}”以${measure}计`, hint);
  }
  for (const { list, absent } of matches)
    for (const { label } of absent)
      report('warning', 'IMPORT-COLUMN-MISSING', place(0), `缺“${label}”这一列，“${list.label}”每项都要有`, '补一列。');
  return findings;
}

function nameHint(label: string, matches: readonly Match[]): string {
  const known = matches.flatMap(({ list }) => list.fields.map((field) => field.label));
  const near = nearestWord(label, known);
  return near === '' ? '要导入就把表头改成能认的名称。' : `如果是“${near}”，把表头改成这个名称。`;
}

function unknownSheet(grid: Grid, closest: Match | undefined, file: string): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  if (grid.rows.length === 0) return findings;
  const report = reporter(file, grid.name, findings);
  const place = { row: closest?.header.row ?? 0, column: 0 };
  if (!closest) {
    const hint = '第一行或者标题下面一行写各列的名称；名称见这个文种的说明，也可以用 --kind 指明文种。';
    report('warning', 'IMPORT-SHEET-UNKNOWN', place, '看不出这张表是什么清单，没有导入', hint);
    return findings;
  }
  const { list, absent } = closest;
  const missing = absent.map(({ label }) => label).join('、');
  const message = `这张表像${list.kind.label}的“${list.label}”，缺${missing}这${absent.length === 1 ? '一' : '几'}列，没有导入`;
  report(
    'warning',
    'IMPORT-SHEET-UNKNOWN',
    place,
    message,
    `补上；确实没有的，用 --kind ${list.kind.label} 指明文种，缺的先留空。`,
  );
  return findings;
}
