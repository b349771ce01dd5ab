import { recordsAt, scalarText, textAt } from '../../model/data.js';
import type { Deliverable } from '../../model/campaign.js';
import { sha256 } from '../../runtime/digest.js';
import type { Entry, Project, Unit } from '../../model/project.js';
import type { PackageType } from '../../filing/metadata/describe.js';
import { selectEntries } from '../workspace/selection.js';
import type { Selection } from '../build/options.js';

/** The selection and the options of a filing. */
export interface FilingOptions extends Selection {
  /** One package for each superior, with all documents due there. */
  readonly batch: boolean;
  /** Every due document, each in its own package, and not only reports with enclosed materials. */
  readonly all: boolean;
  /** The superior; empty means the one that the campaign names. */
  readonly to: string;
  /** The date of filing; empty means the date in the content, or else today. */
  readonly on: string;
}

/** A package to create. */
export interface FilingPlan {
  readonly id: string;
  readonly type: PackageType;
  readonly entries: readonly Entry[];
  readonly recipients: readonly string[];
  /** The date of filing in the content; empty if there is none. */
  readonly date: string;
}

/** The packages of a selection, in a fixed order. */
export function planFilings(project: Project, options: FilingOptions): readonly FilingPlan[] {
  const chosen = selectEntries(project, options);
  const deliverables = chosen.filter((entry) => isNamed(options) || !!deliverableOf(project, entry));
  const owed = skipsDrafts(options) ? deliverables.filter(({ draft }) => !draft) : deliverables;
  if (options.batch) return batches(project, owed, options);
  const leads =
    options.all || options.kinds.length > 0 ? owed : chosen.filter((entry) => materialsOf(entry).length > 0);
  return leads.map((entry) => planOf(project, entry, options));
}

/** Whether drafts are skipped with a warning: filing all due documents files those that are final. */
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

/** One package for each superior, with all documents for it. */
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

/** Identifier such as `luwan.plan.v1`, stable as long as unit, kind and version are. */
export function itemId(entry: Entry): string {
  const parts = entry.id.split('/').slice(entry.id.startsWith('units/') ? 1 : 0);
  return [...parts.map(asciiName), `v${versionOf(entry)}`].join('.');
}

export function versionOf(entry: Entry): number {
  return Number(scalarText(entry.data['version'])) || 1;
}

/** A name that is valid on any file system. A name that is not plain ASCII is replaced by its digest. */
function asciiName(name: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) ? name : `x${sha256(name).slice(0, 10)}`;
}

export function unitOf(project: Project, entry: Entry): Unit | undefined {
  return project.units.find(({ id }) => id === entry.unit);
}

/** The campaign's deliverable that this document fulfils; undefined if there is none. */
export function deliverableOf({ campaign, units }: Project, entry: Entry): Deliverable | undefined {
  const kind = textAt(units.find(({ id }) => id === entry.unit)?.data ?? {}, 'kind');
  return campaign.deliverables.find(
    (item) => item.kind === entry.kind.id && (item.unitKinds.length === 0 || item.unitKinds.includes(kind)),
  );
}

/** The due date of a document: its own, else the campaign's; empty if there is none. */
export function dueOf(project: Project, entry: Entry): string {
  return textAt(entry.data, 'dueOn') || (deliverableOf(project, entry)?.due ?? '');
}

function recipientsOf(project: Project, entry: Entry, { to }: FilingOptions): readonly string[] {
  const names = to === '' ? (deliverableOf(project, entry)?.fileTo ?? []) : [to];
  const namesOrOffice = names.length > 0 ? names : [project.campaign.organs.office];
  return namesOrOffice.map((name) => fullName(project, entry, name)).filter((name) => name !== '');
}

/** Resolves a recipient's name: an alias of the campaign, or the inspection group assigned to the unit. */
function fullName({ campaign, units }: Project, entry: Entry, name: string): string {
  const group = textAt(units.find(({ id }) => id === entry.unit)?.data ?? {}, 'inspectionGroup');
  const inspectionGroup = campaign.inspectionGroups.find(({ id }) => id === group);
  return campaign.aliases.get(name) ?? (inspectionGroup?.name.endsWith(name) ? inspectionGroup.name : name);
}

/** The full names of the units that file a document; a joint document has several. */
export function sendersOf(project: Project, entry: Entry): readonly string[] {
  const unit = unitOf(project, entry);
  if (!unit) return [project.campaign.organs.office];
  return [unit.data, ...recordsAt(unit.data, 'partners')].map((data) => textAt(data, 'fullName'));
}
