import { recordsAt, textAt, textsAt } from '../model/data.js';
import { daysBetween } from '../model/date.js';
import type { Deliverable } from '../model/campaign.js';
import type { Entry, Project, Unit } from '../model/project.js';

/** How a unit stands with one deliverable on a day. */
export type Standing =
  | { readonly kind: 'not-due' }
  | { readonly kind: 'done'; readonly on: string }
  | { readonly kind: 'late'; readonly on: string; readonly days: number }
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'returned'; readonly days: number }
  | { readonly kind: 'exempt' };

/** What a unit owes, by when, and how it stands on `asOf`. Dates are YYYY-MM-DD. */
export function standingOf(project: Project, unit: Unit, deliverable: Deliverable, asOf: string): Standing {
  const due = dueOf(project, unit, deliverable);
  const entry = project.entries.find(
    (candidate) => candidate.unit === unit.id && candidate.kind.id === deliverable.kind,
  );
  if (entry && textAt(entry.data, 'exempt') !== '') return { kind: 'exempt' };
  const issuedOn = entry && !entry.draft ? textAt(entry.data, 'issuedOn') : '';
  if (issuedOn !== '' && issuedOn <= asOf) return settled(issuedOn, due);
  if (due >= asOf) return { kind: 'not-due' };
  const days = daysBetween(due, asOf);
  return entry && returnedBefore(entry, asOf) ? { kind: 'returned', days } : { kind: 'overdue', days };
}

/** Steps that a unit was allowed to merge are due together, at the end of the last of them. */
function dueOf(project: Project, unit: Unit, { step, due }: Deliverable): string {
  const mergers = project.entries
    .filter((entry) => entry.unit === unit.id)
    .flatMap((entry) => recordsAt(entry.data, 'merged'));
  const steps = mergers.map((merger) => textsAt(merger, 'steps')).find((merged) => merged.includes(step)) ?? [];
  const ends = project.campaign.steps.filter(({ id }) => steps.includes(id)).map(({ to }) => to);
  return [due, ...ends].reduce((latest, end) => (end > latest ? end : latest));
}

function settled(issuedOn: string, due: string): Standing {
  const days = daysBetween(due, issuedOn);
  return days > 0 ? { kind: 'late', on: issuedOn, days } : { kind: 'done', on: issuedOn };
}

function returnedBefore(entry: Entry, asOf: string): boolean {
  return recordsAt(entry.data, 'versions').some(
    (version) => version['result'] === '退回' && textAt(version, 'issuedOn') <= asOf,
  );
}

/** The deliverables that a kind of unit owes, in the order of the campaign. */
export function deliverablesOf(project: Project, unit: Unit): readonly Deliverable[] {
  const kind = textAt(unit.data, 'kind');
  return project.campaign.deliverables.filter(({ unitKinds }) => unitKinds.length === 0 || unitKinds.includes(kind));
}
