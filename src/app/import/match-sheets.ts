import { recordsAt, textAt } from '../../model/data.js';
import type { Data } from '../../model/data.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Project, Unit } from '../../model/project.js';
import { isBlank, shownText } from '../../read/sheet/grid.js';
import type { Grid, GridRow } from '../../read/sheet/grid.js';
import { listFields, normalLabel } from '../../read/sheet/lists.js';
import type { ListField } from '../../read/sheet/lists.js';
import { matchSheet } from '../../read/sheet/match.js';
import type { Match } from '../../read/sheet/match.js';
import { readLabelledRemarks } from '../../read/sheet/remarks.js';
import { readRows, reporter } from '../../read/sheet/rows.js';

/** The records that the sheets hold for one list of a unit's document. */
export interface MatchedList {
  readonly list: ListField;
  readonly sheets: readonly string[];
  readonly records: readonly Data[];
  /** Fields of the document itself, from the lines above the tables. */
  readonly answers: Data;
}

export interface MatchedSheets {
  readonly lists: readonly MatchedList[];
  readonly findings: readonly Diagnostic[];
}

/** The file name, the unit and the kind that the user gave; an empty kind means that the program detects it. */
export interface SheetContext {
  readonly file: string;
  readonly unit: Unit;
  readonly kind: string;
}

/**
 * Finds and reads the lists of every sheet. Parts of a list on several sheets are joined in the order of the sheets.
 */
export function matchSheets(
  project: Project,
  grids: readonly Grid[],
  { file, unit, kind }: SheetContext,
): MatchedSheets {
  const findings: Diagnostic[] = [];
  const lists = listFields(project.kinds, project.campaign);
  const candidates = kind === '' ? lists : lists.filter((list) => list.kind.id === kind || list.kind.label === kind);
  const matches = grids.flatMap((grid) => {
    const result = matchSheet(grid, candidates, kind !== '', file);
    findings.push(...result.findings);
    return result.matches;
  });
  const matchedLists = matches.map((match) => readMatch(match, project, file, unit, findings));
  return { lists: mergeByList(matchedLists), findings: softenUnmatched(findings, matches) };
}

/** Unrecognised sheets are only a note if another sheet of the workbook was recognised. */
function softenUnmatched(findings: readonly Diagnostic[], matches: readonly Match[]): readonly Diagnostic[] {
  if (matches.length === 0) return findings;
  return findings.map((one) => (one.code === 'IMPORT-SHEET-UNKNOWN' ? { ...one, severity: 'info' } : one));
}

function readMatch(match: Match, project: Project, file: string, unit: Unit, sink: Diagnostic[]): MatchedList {
  const { grid, header, list } = match;
  const foreign = foreignRows(match, project, unit);
  const context = { file, campaign: project.campaign, isForeign: (row: GridRow) => foreign.has(row) };
  const { records, findings } = readRows(grid, header, context);
  sink.push(...findings);
  if (foreign.size > 0)
    reporter(file, grid.name, sink)(
      'info',
      'IMPORT-ROW-SKIPPED',
      { row: 0, column: 0 },
      `别的单位的${foreign.size}行没有导入，只导入${textAt(unit.data, 'shortName')}的`,
      '各单位分别导入。',
    );
  return { list, sheets: [grid.name], records, answers: readLabelledRemarks(match, project.campaign) };
}

/** The rows of other units, according to a column of unit names. Without such a column all rows are the unit's own. */
function foreignRows({ grid, header }: Match, project: Project, unit: Unit): ReadonlySet<GridRow> {
  const below = grid.rows.filter(({ number }) => number > header.row);
  const known = new Set(project.units.flatMap(namesOf));
  const unitNames = new Set([...namesOf(unit), ...aliasesOf(project, unit)]);
  const column = header.strangers.find(({ index }) => {
    const names = below.map((row) => nameAt(row, index)).filter((name) => name !== '');
    return names.filter((name) => known.has(name)).length * 2 > names.length;
  });
  if (!column) return new Set();
  const isForeign = (name: string): boolean => name !== '' && !unitNames.has(name);
  return new Set(below.filter((row) => isForeign(nameAt(row, column.index))));
}

function nameAt({ cells }: GridRow, index: number): string {
  const cell = cells[index];
  return cell && !isBlank(cell) ? normalLabel(shownText(cell)) : '';
}

function namesOf({ data }: Unit): readonly string[] {
  const organs = [data, ...recordsAt(data, 'partners')];
  const names = organs.flatMap((organ) => ['fullName', 'shortName', 'mark'].map((key) => textAt(organ, key)));
  return names.filter((name) => name !== '').map(normalLabel);
}

function aliasesOf({ campaign }: Project, unit: Unit): readonly string[] {
  const fullName = textAt(unit.data, 'fullName');
  return [...campaign.aliases].filter(([, name]) => name === fullName).map(([alias]) => normalLabel(alias));
}

function mergeByList(matchedLists: readonly MatchedList[]): readonly MatchedList[] {
  const byList = new Map<ListField, MatchedList>();
  for (const one of matchedLists) {
    const previous = byList.get(one.list);
    byList.set(one.list, {
      list: one.list,
      sheets: [...(previous?.sheets ?? []), ...one.sheets],
      records: [...(previous?.records ?? []), ...one.records],
      answers: { ...one.answers, ...previous?.answers },
    });
  }
  return [...byList.values()].filter(({ records }) => records.length > 0);
}
