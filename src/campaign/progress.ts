import type { Deliverable } from '../model/campaign.js';
import { dataAt, recordsAt, textAt, textsAt } from '../model/data.js';
import type { Project, Unit } from '../model/project.js';
import { indexOf } from '../model/project-index.js';
import { isDelivered, isSettled, deliverableStatuses } from './deliverable-status.js';
import type { DeliverableOfUnit } from './deliverable-status.js';

/** The progress matrix: every unit by every deliverable of the campaign, on one day. */
export interface Progress {
  readonly asOf: string;
  readonly rows: readonly ProgressRow[];
}
export interface ProgressRow {
  readonly unit: Unit;
  /** One cell for each deliverable, in the campaign's order. */
  readonly owed: readonly DeliverableOfUnit[];
  /** The number of deliverables that are due by the day, and how many of them are settled. */
  readonly due: number;
  readonly settled: number;
  /** Short names of the units that report jointly with this one. */
  readonly partners: readonly string[];
  /** The groups of steps that the unit was allowed to merge, as step identifiers. */
  readonly merged: readonly (readonly string[])[];
  /** The campaign in which the unit continues; empty if it does not. */
  readonly nextBatch: string;
}

/** The progress matrix of all units, or of the units with the given ids. `asOf` is YYYY-MM-DD. */
export function progressOn(project: Project, asOf: string, units: readonly string[] = []): Progress {
  const chosen = project.units.filter(({ id }) => units.length === 0 || units.includes(id));
  return { asOf, rows: chosen.map((unit) => rowOf(project, unit, asOf)) };
}

function rowOf(project: Project, unit: Unit, asOf: string): ProgressRow {
  const owed = deliverableStatuses(project, unit, asOf);
  const due = owed.filter((item) => isDue(item, asOf));
  const entries = indexOf(project).byUnit.get(unit.id) ?? [];
  const delivered = entries.filter((entry) => isDelivered(entry, asOf));
  const next = delivered.map((entry) => textAt(dataAt(entry.data, 'nextBatch'), 'campaign'));
  return {
    unit,
    owed,
    due: due.length,
    settled: due.filter(({ status }) => isSettled(status)).length,
    partners: recordsAt(unit.data, 'partners').map((partner) => textAt(partner, 'shortName')),
    merged: entries.flatMap((entry) => recordsAt(entry.data, 'merged')).map((merger) => textsAt(merger, 'steps')),
    nextBatch: next.find((campaign) => campaign !== '') ?? '',
  };
}

function isDue({ due, status }: DeliverableOfUnit, asOf: string): boolean {
  return status.kind !== 'not-owed' && due <= asOf;
}

/** The number of units for which a deliverable is due by the day, and how many of them have settled it. */
export interface ColumnTotal {
  readonly deliverable: Deliverable;
  readonly due: number;
  readonly settled: number;
}

/** One total for each deliverable, in the campaign's order. */
export function columnTotals({ campaign }: Project, { asOf, rows }: Progress): readonly ColumnTotal[] {
  return campaign.deliverables.map((deliverable, index) => {
    const due = rows.flatMap(({ owed }) => owed.slice(index, index + 1)).filter((item) => isDue(item, asOf));
    return { deliverable, due: due.length, settled: due.filter(({ status }) => isSettled(status)).length };
  });
}
