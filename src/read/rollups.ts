import { dataAt, isData, isList, textAt } from '../model/data.js';
import type { Data, Value } from '../model/data.js';
import { digestOf, digestOfText } from '../runtime/digest.js';
import type { Kind } from '../model/kind.js';
import { lazy } from '../runtime/lazy.js';
import type { Entry } from '../model/project.js';
import { isDelivered } from '../campaign/deliverable-status.js';
import { completeData } from './schema/complete.js';

const FOLDER = 'rollups/';

/**
 * Entries of the roll-ups whose `needs` are met. `asOf` is their cut-off date (YYYY-MM-DD); if empty, it is the
 * campaign's, or else the date of the last issued document, so that no output depends on the clock.
 */
export function rollupEntries(
  kinds: readonly Kind[],
  entries: readonly Entry[],
  campaign: Data,
  asOf: string,
): readonly Entry[] {
  const settings = dataAt(campaign, 'rollups');
  const day = asOf || textAt(settings, 'asOf') || lastIssued(entries);
  if (day === '') return [];
  const delivered = entries.filter((entry) => isDelivered(entry, day));
  const rollups = kinds.filter(({ scope }) => scope === 'project');
  return rollups
    .filter(({ needs }) => needs.every((need) => isNeedMet(need, delivered, campaign)))
    .map((kind) => toRollup(kind, { ...settings, status: '定稿', issuedOn: day, asOf: day }));
}

function toRollup(kind: Kind, values: Data): Entry {
  const data = completeData(values, kind.schema);
  return {
    source: kind.template,
    sheets: [],
    data,
    places: () => new Map(),
    sections: () => [],
    digest: digestOfText(kind.template),
    facts: lazy(() => digestOf(data)),
    kind,
    id: `${FOLDER}${kind.id}`,
    unit: '',
    draft: false,
    readable: true,
  };
}

function lastIssued(entries: readonly Entry[]): string {
  const dates = entries.filter(({ draft }) => !draft).map(({ data }) => textAt(data, 'issuedOn'));
  return dates.sort().at(-1) ?? '';
}

function isNeedMet(need: string, entries: readonly Entry[], campaign: Data): boolean {
  const [subject = '', field] = need.split('.');
  const sources = subject === 'campaign' ? [campaign] : dataOf(subject, entries);
  return sources.some((data) => field === undefined || hasContent(data[field]));
}

function dataOf(kind: string, entries: readonly Entry[]): readonly Data[] {
  return entries.filter((entry) => entry.kind.id === kind).map(({ data }) => data);
}

function hasContent(value: Value | undefined): boolean {
  if (isList(value)) return value.length > 0;
  return isData(value) ? Object.keys(value).length > 0 : value !== undefined && value !== null && value !== '';
}
