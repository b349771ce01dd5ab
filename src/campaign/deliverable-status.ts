import { recordsAt, textAt, textsAt } from '../model/data.js';
import type { Campaign, Deliverable } from '../model/campaign.js';
import { daysBetween } from './dates.js';
import type { Entry, Project, Unit } from '../model/project.js';
import { indexOf } from '../model/project-index.js';

/** The status of one deliverable of a unit on a day. `days` is the days left, late or overdue; never negative. */
export type DeliverableStatus =
  | { readonly kind: 'not-owed' }
  | { readonly kind: 'not-due'; readonly days: number }
  | { readonly kind: 'done'; readonly on: string }
  | { readonly kind: 'late'; readonly on: string; readonly days: number }
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'returned'; readonly days: number }
  /** Delivered within steps that the unit was allowed to merge, by its own document or by that of another step. */
  | { readonly kind: 'merged'; readonly on: string }
  | { readonly kind: 'exempt' };

/** A deliverable of one unit with its status on one day; `due` is the unit's own date, after any merging of steps. */
export interface DeliverableOfUnit {
  readonly deliverable: Deliverable;
  readonly due: string;
  readonly status: DeliverableStatus;
}

/** The status of every deliverable for a unit, in the campaign's order: one row of the progress matrix. */
export function deliverableStatuses(project: Project, unit: Unit, asOf: string): readonly DeliverableOfUnit[] {
  const entries = indexOf(project).byUnit.get(unit.id) ?? [];
  return project.campaign.deliverables.map((deliverable) => {
    const merged = mergedSteps(entries, deliverable.step);
    const due = dueOf(project.campaign, deliverable, merged);
    if (!owes(unit, deliverable)) return { deliverable, due, status: { kind: 'not-owed' } };
    return { deliverable, due, status: statusOf(project.campaign, entries, deliverable, merged, due, asOf) };
  });
}

/** Whether a status requires nothing more of the unit. */
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
  const mergedOn = entry ? '' : mergedDeliveryDate(campaign, entries, merged);
  if (mergedOn !== '' && mergedOn <= asOf) return { kind: 'merged', on: mergedOn };
  const days = daysBetween(due, asOf);
  if (entry && wasReturned(entry, asOf)) return { kind: 'returned', days: Math.max(0, days) };
  return days > 0 ? { kind: 'overdue', days } : { kind: 'not-due', days: Math.abs(days) };
}

/** The steps that the unit merged with this one, including this one; empty if it merged none. */
function mergedSteps(entries: readonly Entry[], step: string): readonly string[] {
  const mergers = entries.flatMap((entry) => recordsAt(entry.data, 'merged'));
  return mergers.map((merger) => textsAt(merger, 'steps')).find((steps) => steps.includes(step)) ?? [];
}

/** Merged steps are due together, at the end of the last of them. */
function dueOf({ steps }: Campaign, { due }: Deliverable, merged: readonly string[]): string {
  const ends = steps.filter(({ id }) => merged.includes(id)).map(({ to }) => to);
  return [due, ...ends].reduce((latest, end) => (end > latest ? end : latest));
}

/** The earliest delivery date of the documents of the merged steps; empty if none is delivered. */
function mergedDeliveryDate(campaign: Campaign, entries: readonly Entry[], merged: readonly string[]): string {
  const kinds = campaign.deliverables.filter(({ step }) => merged.includes(step)).map(({ kind }) => kind);
  const dates = entries.filter((entry) => kinds.includes(entry.kind.id)).map(deliveryDate);
  return dates.filter((date) => date !== '').sort()[0] ?? '';
}

/** Whether a roll-up as of a day counts a document: it is final, and delivered by then or without a date. */
export function isDelivered(entry: Entry, asOf: string): boolean {
  return !entry.draft && deliveryDate(entry) <= asOf;
}

/** The date of the first accepted version, or else of the document; empty if nothing is delivered. */
function deliveryDate(entry: Entry | undefined): string {
  if (!entry || entry.draft) return '';
  const accepted = recordsAt(entry.data, 'versions').filter((version) => version['result'] === '接收');
  const first = accepted.map((version) => textAt(version, 'issuedOn')).sort()[0] ?? '';
  return first || textAt(entry.data, 'issuedOn');
}

/** `campaignDue` is the campaign's date, `due` the unit's after any merging of steps. */
function deliveredStatus(on: string, campaignDue: string, due: string): DeliverableStatus {
  if (on > campaignDue && on <= due) return { kind: 'merged', on };
  const days = daysBetween(due, on);
  return days > 0 ? { kind: 'late', on, days } : { kind: 'done', on };
}

function wasReturned(entry: Entry, asOf: string): boolean {
  return recordsAt(entry.data, 'versions').some(
    (version) => version['result'] === '退回' && textAt(version, 'issuedOn') <= asOf,
  );
}
