import { recordsAt, scalarText, textAt } from '../../model/data.js';
import type { Deliverable } from '../../model/campaign.js';
import { sha256 } from '../../runtime/digest.js';
import type { Entry, Project, Unit } from '../../model/project.js';
import type { PackageType } from '../../filing/metadata/describe.js';
import { selectEntries } from '../workspace/selection.js';
import type { Selection } from '../build/options.js';

/** What a filing run is about. */
export interface FilingOptions extends Selection {
  /** Everything that is owed goes to one superior in one package. */
  readonly batch: boolean;
  /** Every document that is owed, each in a package of its own, and not only reports with enclosed material. */
  readonly all: boolean;
  /** The superior; empty means whom the campaign names. */
  readonly to: string;
  /** The day of filing; empty means what the content says, and today where it says nothing. */
  readonly on: string;
}

/** One package to be made. */
export interface FilingPlan {
  readonly id: string;
  readonly type: PackageType;
  readonly entries: readonly Entry[];
  readonly recipients: readonly string[];
  /** The day of filing as the content says it; empty where it says nothing. */
  readonly date: string;
}

/** The packages that a selection comes to, in a fixed order. */
export function planFilings(project: Project, options: FilingOptions): readonly FilingPlan[] {
  const chosen = selectEntries(project, options);
  const asked = chosen.filter((entry) => isNamed(options) || !!deliverableOf(project, entry));
  const owed = skipsDrafts(options) ? asked.filter(({ draft }) => !draft) : asked;
  if (options.batch) return batches(project, owed, options);
  const leads =
    options.all || options.kinds.length > 0 ? owed : chosen.filter((entry) => materialsOf(entry).length > 0);
  return leads.map((entry) => planOf(project, entry, options));
}

/** Whether whatever is ready is to be filed: a draft then waits for the next time, and is no error. */
export function skipsDrafts({ all, batch }: FilingOptions): boolean {
  return all || batch;
}

function isNamed({ kinds }: FilingOptions): boolean {
  return kinds.length > 0;
}

function planOf(project: Project, entry: Entry, options: FilingOptions): FilingPlan {
  const enclosed = materialsOf(entry).flatMap((kind) =>
    project.entries.filter((other) => other.unit === entry.unit && other.kind.id === kind),
  );
  return {
    id: `${asciiName(project.campaign.id)}.${itemId(entry)}`,
    type: enclosed.length > 0 ? '备案' : '报送',
    entries: [entry, ...enclosed],
    recipients: recipientsOf(project, entry, options),
    date: textAt(entry.data, 'filedOn'),
  };
}

/** One package a superior, with everything that goes there. */
function batches(project: Project, entries: readonly Entry[], options: FilingOptions): readonly FilingPlan[] {
  const bySuperior = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const name of recipientsOf(project, entry, options))
      bySuperior.set(name, [...(bySuperior.get(name) ?? []), entry]);
  return [...bySuperior].map(([name, members]) => ({
    id: `${asciiName(project.campaign.id)}.batch.${sha256([name, ...members.map(itemId)].join('\n')).slice(0, 12)}`,
    type: '批量',
    entries: members,
    recipients: [name],
    date: '',
  }));
}

/** Kinds of document that an entry encloses for record. */
function materialsOf(entry: Entry): readonly string[] {
  return recordsAt(entry.data, 'materials').map((material) => textAt(material, 'kind'));
}

/** `luwan.plan.v1`: stable as long as unit, kind and version are. */
export function itemId(entry: Entry): string {
  const parts = entry.id.split('/').slice(entry.id.startsWith('units/') ? 1 : 0);
  return [...parts.map(asciiName), `v${versionOf(entry)}`].join('.');
}

export function versionOf(entry: Entry): number {
  return Number(scalarText(entry.data['version'])) || 1;
}

/** A name that any file system takes; one that is not plain ASCII is known by its digest. */
function asciiName(name: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) ? name : `x${sha256(name).slice(0, 10)}`;
}

export function unitOf(project: Project, entry: Entry): Unit | undefined {
  return project.units.find(({ id }) => id === entry.unit);
}

/** What the campaign asks of this document, where it asks for it. */
export function deliverableOf({ campaign, units }: Project, entry: Entry): Deliverable | undefined {
  const kind = textAt(units.find(({ id }) => id === entry.unit)?.data ?? {}, 'kind');
  return campaign.deliverables.find(
    (item) => item.kind === entry.kind.id && (item.unitKinds.length === 0 || item.unitKinds.includes(kind)),
  );
}

/** The day by which a document is due: its own, else the campaign's; empty where there is none. */
export function dueOf(project: Project, entry: Entry): string {
  return textAt(entry.data, 'dueOn') || (deliverableOf(project, entry)?.due ?? '');
}

function recipientsOf(project: Project, entry: Entry, { to }: FilingOptions): readonly string[] {
  const names = to === '' ? (deliverableOf(project, entry)?.fileTo ?? []) : [to];
  const known = names.length > 0 ? names : [project.campaign.organs.office];
  return known.map((name) => fullName(project, entry, name)).filter((name) => name !== '');
}

/** The body that a campaign means by a name: by its alias, or the inspection group that looks after this very unit. */
function fullName({ campaign, units }: Project, entry: Entry, name: string): string {
  const group = textAt(units.find(({ id }) => id === entry.unit)?.data ?? {}, 'inspectionGroup');
  const own = campaign.inspectionGroups.find(({ id }) => id === group);
  return campaign.aliases.get(name) ?? (own?.name.endsWith(name) ? own.name : name);
}

/** The full names of those who file a document; a joint one is filed by all of them. */
export function sendersOf(project: Project, entry: Entry): readonly string[] {
  const unit = unitOf(project, entry);
  if (!unit) return [project.campaign.organs.office];
  return [unit.data, ...recordsAt(unit.data, 'partners')].map((data) => textAt(data, 'fullName'));
}
