import type { Deliverable } from './campaign.js';
import type { Project, Unit } from './project.js';
import { isSettled, standingsOf } from './standing.js';
import type { Owed } from './standing.js';

/** Every unit against everything that the campaign asks for, on one day. */
export interface Progress {
  readonly asOf: string;
  readonly rows: readonly ProgressRow[];
}
export interface ProgressRow {
  readonly unit: Unit;
  /** One cell a deliverable, in the campaign's order. */
  readonly owed: readonly Owed[];
  /** Of what is due by the day: how many, and how many ask nothing more. */
  readonly due: number;
  readonly settled: number;
}

/** The progress matrix of all units, or of those named. `asOf` is YYYY-MM-DD. */
export function progressOn(project: Project, asOf: string, units: readonly string[] = []): Progress {
  const chosen = project.units.filter(({ id }) => units.length === 0 || units.includes(id));
  return { asOf, rows: chosen.map((unit) => rowOf(unit, standingsOf(project, unit, asOf), asOf)) };
}

function rowOf(unit: Unit, owed: readonly Owed[], asOf: string): ProgressRow {
  const due = owed.filter((item) => isDue(item, asOf));
  return { unit, owed, due: due.length, settled: due.filter(({ standing }) => isSettled(standing)).length };
}

function isDue({ due, standing }: Owed, asOf: string): boolean {
  return standing.kind !== 'not-owed' && due <= asOf;
}

/** How many units owe a deliverable by the day, and how many of them have settled it. */
export interface ColumnTotal {
  readonly deliverable: Deliverable;
  readonly due: number;
  readonly settled: number;
}

/** One total a deliverable, in the campaign's order. */
export function columnTotals({ campaign }: Project, { asOf, rows }: Progress): readonly ColumnTotal[] {
  return campaign.deliverables.map((deliverable, index) => {
    const due = rows.flatMap(({ owed }) => owed.slice(index, index + 1)).filter((item) => isDue(item, asOf));
    return { deliverable, due: due.length, settled: due.filter(({ standing }) => isSettled(standing)).length };
  });
}
