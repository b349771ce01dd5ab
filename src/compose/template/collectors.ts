import { countAt, dataAt, recordsAt, scalarText as text, textAt, textsAt } from '../../model/data.js';
import type { Data, Value } from '../../model/data.js';
import { daysBetween, monthOf, monthsOf, printMonth } from '../../campaign/dates.js';
import type { Entry, Project } from '../../model/project.js';
import { columnTotals, progressOn } from '../../campaign/progress.js';
import { indexOf } from '../../model/project-index.js';
import { isDelivered, isSettled } from '../../campaign/deliverable-status.js';
import type { DeliverableOfUnit } from '../../campaign/deliverable-status.js';
import { articleTitles } from '../articles.js';
import {
  declareFields,
  distinctOf,
  groupBy,
  items,
  leftJoin,
  rankByShare,
  records,
  sharedBy,
  sortBy,
  totalAnswer,
} from './lists.js';
import { placesOf, recordsBelow, setPlaces } from '../origins.js';
import type { ComposeContext, CampaignFacts } from '../compose-context.js';
import { roundsOf } from './survey-rounds.js';
import type { Helper } from './render.js';

/** Template helpers over the whole project: records of all units, grouping, sorting and totals. */
export const collectors: Readonly<Record<string, Helper<ComposeContext>>> = {
  all: (context, [kind, key]) => allOf(context, text(kind), key === undefined ? '' : text(key)),
  distinct: (_, [list, key]) => distinctOf(records(list), text(key)),
  groupBy: (_, [list, key, answers]) => groupBy(records(list), text(key), answers),
  shared: (_, [list, ...keys]) => sharedBy(records(list), keys.map(text)),
  sortBy: (_, [list, key], hash) => sortBy(records(list), text(key), hash['descending'] === true),
  rank: (_, [list, part, whole]) => rankByShare(records(list), text(part), text(whole)),
  matched: (_, [list, others, key, otherKey]) => leftJoin(records(list), records(others), text(key), text(otherKey)),
  among: (_, [list, key, answers]) => records(list).filter((item) => items(answers).includes(item[text(key)] ?? null)),
  outside: (_, [list, key, answers]) =>
    records(list).filter((item) => !items(answers).includes(item[text(key)] ?? null)),
  // `until` includes the day; records without a date are in neither list.
  until: (_, [list, key, day]) => dated(list, key).filter((item) => text(item[text(key)]) <= text(day)),
  after: (_, [list, key, day]) => dated(list, key).filter((item) => text(item[text(key)]) > text(day)),
  // Records whose date at one key is not later than the date at another.
  inTime: (_, [list, key, limit]) =>
    dated(list, key).filter((item) => text(item[text(key)]) <= text(item[text(limit)])),
  // All months as YYYY-MM, from the earliest to the latest date at any of the keys.
  months: (_, [list, ...keys]) =>
    monthsOf(keys.flatMap((key) => dated(list, key).map((item) => text(item[text(key)])))),
  inMonth: (_, [list, key, month]) => dated(list, key).filter((item) => monthOf(text(item[text(key)])) === month),
  monthName: ({ project }, [month]) => printMonth(text(month), project.campaign.year),
  total: (_, [list, key]) => totalAnswer(records(list), text(key)),
  unreported: (_, [list, key]) => records(list).filter((item) => (item[text(key)] ?? null) === null).length,
  choose: (_, [condition, yes, no]) => (condition === true ? (yes ?? null) : (no ?? null)),
  // A missing value gives null.
  times: (_, [a, b]) => (typeof a === 'number' && typeof b === 'number' ? a * b : null),
  reached: (_, [value, limit]) => (typeof value === 'number' && typeof limit === 'number' ? value >= limit : null),
  daysLate: (_, [due, on]) => (due === null || on === null ? null : Math.max(0, daysBetween(text(due), text(on)))),
  list: (_, args) => args,
  first: (_, [list]) => items(list)[0] ?? null,
  without: (_, [list, others]) => items(list).filter((item) => !items(others).includes(item)),
  flatten: (_, [list, key]) => records(list).flatMap((item) => recordsBelow(item, text(key))),
  // Members of a set that close an item, and those that keep an open item from being overdue.
  closing: ({ project }, [key]) => membersOf(project, text(key), 'closing'),
  lasting: ({ project }, [key]) => membersOf(project, text(key), 'lasting'),
  progress: ({ whole }, [asOf]) => progressData(whole(), text(asOf)),
  progressColumns: ({ whole }, [asOf]) => progressColumnsData(whole(), text(asOf)),
  returns: (context, [from, to]) => returnedVersions(context, text(from), text(to)),
  finals: (context, [key]) => finalRounds(context, text(key)),
  catalogue: (context) =>
    indexOf(context.whole())
      .ordered.filter((entry) => isCatalogued(entry, context))
      .flatMap((entry) => catalogueItems(context, entry)),
};

function dated(list: Value | undefined, key: Value | undefined): readonly Data[] {
  return records(list).filter((item) => text(item[text(key)]) !== '');
}

function membersOf({ campaignFile }: CampaignFacts, key: string, field: string): readonly string[] {
  return textsAt(recordsAt(campaignFile.data, 'sets').find((set) => set['key'] === key) ?? {}, field);
}

/**
 * The documents of a kind, or the records of one of their lists, in the order of the units, each with its `unit`. A
 * document with a 截止日期 sees only documents delivered by that day.
 */
function allOf(context: ComposeContext, kind: string, key: string): readonly Data[] {
  const project = context.whole();
  const day = textAt(context.entry.data, 'asOf');
  const lists = collectedLists.get(context) ?? new Map<string, readonly Data[]>();
  collectedLists.set(context, lists);
  const name = `${kind}/${key}/${day}`;
  const list = lists.get(name) ?? entriesOf(project, kind, day).flatMap((entry) => recordsOf(entry, key, context));
  lists.set(name, list);
  return declareFields(list, fieldsOf(project, kind, key));
}

function fieldsOf({ kinds }: Project, kind: string, key: string): readonly string[] {
  const shape = kinds.find(({ id }) => id === kind)?.schema.properties?.[key]?.items;
  return Object.keys(shape?.properties ?? {});
}

function entriesOf(project: Project, kind: string, day: string): readonly Entry[] {
  const entries = indexOf(project).byKind.get(kind) ?? [];
  return day === '' ? entries : entries.filter((entry) => isDelivered(entry, day));
}

// Cached per document, since a template may use the same list for every row of a table.
const collectedLists = new WeakMap<ComposeContext, Map<string, readonly Data[]>>();

function recordsOf(entry: Entry, key: string, context: ComposeContext): readonly Data[] {
  const owner: Data = entry.unit === '' ? {} : { unit: entry.unit };
  if (key !== '') return childrenOf(entry, key, context).map((item) => withOwner(item, owner));
  const record = { ...entry.data, ...owner, draft: entry.draft, headings: articleTitles(entry) };
  return [setPlaces(record, [{ file: entry, pointer: '' }])];
}

/** The records of the list at `key` of a document, each with its place. */
function childrenOf(entry: Entry, key: string, context: ComposeContext): readonly Data[] {
  return recordsBelow(context.content.dataOf(entry), key);
}

function withOwner(item: Data, owner: Data): Data {
  return { ...item, ...owner };
}

/**
 * One record per unit: a cell for each deliverable of the campaign, and the numbers of due and settled deliverables.
 */
function progressData(project: Project, asOf: string): readonly Data[] {
  return progressOn(project, asOf).rows.map(({ unit, owed, due, settled, partners, merged, nextBatch }) => {
    const documents = indexOf(project).byUnit.get(unit.id) ?? [];
    const cells = owed.map((item) => placedCell({ ...cellOf(item), unit: unit.id }, documents));
    const row = {
      unit: unit.id,
      kind: textAt(unit.data, 'kind'),
      partners,
      merged: merged.map((steps) => ({ steps })),
      nextBatch: nextBatch || null,
      cells,
      due,
      settled,
      late: cells.filter((cell) => countAt(cell, 'days') > 0 && cell['state'] !== 'not-due'),
    };
    const kinds = owed.map(({ deliverable }) => deliverable.kind);
    const counted = documents.filter((entry) => kinds.includes(entry.kind.id));
    return setPlaces(
      row,
      counted.map((file) => ({ file, pointer: '/issuedOn' })),
    );
  });
}

/** A cell of the matrix comes from the date of the document that it is about. */
function placedCell(cell: Data, entries: readonly Entry[]): Data {
  const answers = entries.filter(({ kind }) => kind.id === cell['kind']);
  return setPlaces(
    cell,
    answers.map((file) => ({ file, pointer: '/issuedOn' })),
  );
}

/** The versions that were returned between two days, both included, with their reasons. */
function returnedVersions(context: ComposeContext, from: string, to: string): readonly Data[] {
  return indexOf(context.whole()).ordered.flatMap((entry) =>
    childrenOf(entry, 'versions', context)
      .filter((version) => version['result'] === '退回')
      .filter((version) => textAt(version, 'issuedOn') >= from && textAt(version, 'issuedOn') <= to)
      .map((version) => ({ ...version, unit: entry.unit, kind: entry.kind.id })),
  );
}

/**
 * One record per deliverable of the campaign: the number of units for which it is due, and of those that settled it.
 */
function progressColumnsData(project: Project, asOf: string): readonly Data[] {
  const columns = columnTotals(project, progressOn(project, asOf));
  return columns.map(({ deliverable, due, settled }) => ({ kind: deliverable.kind, due, settled }));
}

/** A deliverable status as data; the template words it. */
function cellOf({ deliverable, due, status }: DeliverableOfUnit): Data {
  return {
    kind: deliverable.kind,
    step: deliverable.step,
    due,
    state: status.kind,
    days: 'days' in status ? status.days : 0,
    on: 'on' in status ? status.on : '',
    settled: isSettled(status),
  };
}

/** The last round of the survey of every unit, with the first round in `first`. */
function finalRounds(context: ComposeContext, setKey: string): readonly Data[] {
  return allOf(context, 'survey', '').flatMap((survey) => {
    const rounds = roundsOf(survey, setKey, context.project.campaign);
    const [first, last] = [rounds[0], rounds.at(-1)];
    if (!first || !last) return [];
    const nextBatch = textAt(dataAt(survey, 'nextBatch'), 'campaign') || null;
    const final = { ...last, unit: survey['unit'] ?? '', first, held: rounds.length, nextBatch };
    const records = recordsBelow(survey, 'rounds').filter((item) => item['round'] === last['round']);
    return [setPlaces(final, records.flatMap(placesOf))];
  });
}

function isCatalogued(entry: Entry, { entry: catalogue }: ComposeContext): boolean {
  const day = textAt(catalogue.data, 'asOf');
  return entry.kind.scope === 'content' && entry.readable && (entry.draft || day === '' || isDelivered(entry, day));
}

/** The catalogue items of a document: its archived versions, then the current one. */
function catalogueItems(context: ComposeContext, entry: Entry): readonly Data[] {
  const { data, kind, unit, draft } = entry;
  const title = context.titleOf(entry);
  const item = { unit, kind: kind.id, title, number: textAt(data, 'docNumber') };
  const earlier = recordsAt(data, 'versions').map((version) => ({
    ...item,
    version: version['no'] ?? null,
    issuedOn: version['issuedOn'] ?? null,
    state: textAt(version, 'result'),
    reason: textAt(version, 'reason'),
  }));
  const state = draft ? '草稿' : '定稿';
  const current = { ...item, version: data['version'] ?? 1, issuedOn: data['issuedOn'] ?? null, state, reason: '' };
  return [...earlier, current].map((version) => setPlaces({ ...version }, [{ file: entry, pointer: '' }]));
}
