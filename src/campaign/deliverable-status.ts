import { recordsAt, textAt, textsAt } from '../model/data.js';
import type { Campaign, Deliverable } from '../model/campaign.js';
import { daysBetween } from './dates.js';
import type { Entry, Project, Unit } from '../model/project.js';
import { indexOf } from '../model/project-index.js';

/** How a unit stands with one deliverable on a day. `days` is never negative: days left, days late, days overdue. */
export type DeliverableStatus =
  | { readonly kind: 'not-owed' }
  | { readonly kind: 'not-due'; readonly days: number }
  | { readonly kind: 'done'; readonly on: string }
  | { readonly kind: 'late'; readonly on: string; readonly days: number }
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'returned'; readonly days: number }
  /** Answered within a period that the unit was allowed to merge, by its own document or by that of another step. */
  | { readonly kind: 'merged'; readonly on: string }
  | { readonly kind: 'exempt' };

/** A deliverable as one unit owes it on one day; `due` is the unit's own date, after any merger of steps. */
export interface OwedDeliverable {
  readonly deliverable: Deliverable;
  readonly due: string;
  readonly status: DeliverableStatus;
}

/** What a unit owes of everything that the campaign asks for, in the campaign's order; one row of the progress matrix. */
export function deliverableStatuses(project: Project, unit: Unit, asOf: string): readonly OwedDeliverable[] {
  const entries = indexOf(project).byUnit.get(unit.id) ?? [];
  return project.campaign.deliverables.map((deliverable) => {
    const merged = mergedSteps(entries, deliverable.step);
    const due = dueOf(project.campaign, deliverable, merged);
    if (!owes(unit, deliverable)) return { deliverable, due, status: { kind: 'not-owed' } };
    return { deliverable, due, status: statusOf(project.campaign, entries, deliverable, merged, due, asOf) };
  });
}

/** Whether a status asks nothing more of the unit. */
export function isSettled({ kind }: DeliverableStatus): boolean {
  return kind === 'done' || kind === 'late' || kind === 'merged' || kind === 'exempt';
}

function owes(unit: Unit, { unitKinds }: Deliverable): boolean {
  return unitKinds.length === 0 || unitKinds.includes(textAt(unit.data, 'kind'));
}

function statusOf(
  campaign: Campaign,
  entries: readonly Entry[],
  deliverable: Deliverable,
  merged: readonly string[],
  due: string,
  asOf: string,
): DeliverableStatus {
  const entry = entries.find((candidate) => candidate.kind.id === deliverable.kind);
  if (entry && textAt(entry.data, 'exempt') !== '') return { kind: 'exempt' };
  const on = deliveryDate(entry);
  if (on !== '' && on <= asOf) return deliveredStatus(on, deliverable.due, due);
  const shared = entry ? '' : mergedDeliveryDate(campaign, entries, merged);
  if (shared !== '' && shared <= asOf) return { kind: 'merged', on: shared };
  const days = daysBetween(due, asOf);
  if (entry && wasReturned(entry, asOf)) return { kind: 'returned', days: Math.max(0, days) };
  return days > 0 ? { kind: 'overdue', days } : { kind: 'not-due', days: Math.abs(days) };
}

/** The steps that the unit merged with this one, itself included; empty where it merged none. */
function mergedSteps(entries: readonly Entry[], step: string): readonly string[] {
  const mergers = entries.flatMap((entry) => recordsAt(entry.data, 'merged'));
  return mergers.map((merger) => textsAt(merger, 'steps')).find((steps) => steps.includes(step)) ?? [];
}

/** Merged steps are due together, at the end of the last of them. */
function dueOf({ steps }: Campaign, { due }: Deliverable, merged: readonly string[]): string {
  const ends = steps.filter(({ id }) => merged.includes(id)).map(({ to }) => to);
  return [due, ...ends].reduce((latest, end) => (end > latest ? end : latest));
}

/** When another of the merged steps' documents was delivered; empty where none was. */
function mergedDeliveryDate(campaign: Campaign, entries: readonly Entry[], merged: readonly string[]): string {
  const kinds = campaign.deliverables.filter(({ step }) => merged.includes(step)).map(({ kind }) => kind);
  const dates = entries.filter((entry) => kinds.includes(entry.kind.id)).map(deliveryDate);
  return dates.filter((date) => date !== '').sort()[0] ?? '';
}

/** Whether a day's roll-up may count a document: a final one, delivered by then; one without a date is taken as it is. */
export function isDelivered(entry: Entry, asOf: string): boolean {
  return !entry.draft && deliveryDate(entry) <= asOf;
}

/** A later version changes nothing about when the first accepted one came. Empty where nothing was delivered. */
function deliveryDate(entry: Entry | undefined): string {
  if (!entry || entry.draft) return '';
  const accepted = recordsAt(entry.data, 'versions').filter((version) => version['result'] === '接收');
  const first = accepted.map((version) => textAt(version, 'issuedOn')).sort()[0] ?? '';
  return first || textAt(entry.data, 'issuedOn');
}

/** `own` is the campaign's date, `due` the unit's after any merger of steps. */
function deliveredStatus(on: string, own: string, due: string): DeliverableStatus {
  if (on > own && on <= due) return { kind: 'merged', on };
  const days = daysBetween(due, on);
  return days > 0 ? { kind: 'late', on, days } : { kind: 'done', on };
}

function wasReturned(entry: Entry, asOf: string): boolean {
  return recordsAt(entry.data, 'versions').some(
    (version) => version['result'] === '退回' && textAt(version, 'issuedOn') <= asOf,
  );
}
