import { textAt } from '../model/data.js';
import type { Entry, Project, Unit } from '../model/project.js';
import type { Finding } from './rule.js';
import { placedRecord, placedRecordsAt } from './record.js';
import type { PlacedRecord } from './record.js';

/** A unit with its documents by kind. */
export interface UnitDocuments {
  readonly project: Project;
  readonly unit: Unit;
  readonly unitKind: string;
  /** All its documents in the order of the project. */
  readonly entries: readonly Entry[];
  /** The last document of each kind, by the id of the kind. */
  readonly documents: ReadonlyMap<string, Entry>;
}

// Every rule needs the same grouping. A project is immutable, so the grouping is computed once for each project.
const unitDocumentsCache = new WeakMap<Project, ReadonlyMap<string, UnitDocuments>>();

/** Every unit with its documents, in the order of the units. */
export function allUnitDocuments(project: Project): readonly UnitDocuments[] {
  return [...documentsByUnit(project).values()];
}

function documentsByUnit(project: Project): ReadonlyMap<string, UnitDocuments> {
  const byUnit =
    unitDocumentsCache.get(project) ??
    new Map(groupByUnit(project).map((unitDocuments) => [unitDocuments.unit.id, unitDocuments]));
  unitDocumentsCache.set(project, byUnit);
  return byUnit;
}

function groupByUnit(project: Project): readonly UnitDocuments[] {
  const entriesByUnit = new Map<string, Entry[]>();
  for (const entry of project.entries) {
    const entries = entriesByUnit.get(entry.unit) ?? [];
    entries.push(entry);
    entriesByUnit.set(entry.unit, entries);
  }
  return project.units.map((unit) => {
    const entries = entriesByUnit.get(unit.id) ?? [];
    const documents = new Map(entries.map((entry) => [entry.kind.id, entry]));
    return { project, unit, unitKind: textAt(unit.data, 'kind'), entries, documents };
  });
}

/** The documents of one unit; undefined for the campaign office's own documents and for a folder without unit.md. */
export function documentsOfUnit(project: Project, unit: string): UnitDocuments | undefined {
  return documentsByUnit(project).get(unit);
}

/** The `run` of a rule that inspects one unit at a time. */
export function eachUnit(
  inspect: (unitDocuments: UnitDocuments) => readonly Finding[],
): (project: Project) => readonly Finding[] {
  return (project) => allUnitDocuments(project).flatMap(inspect);
}

/** The `run` of a rule that inspects each unit's document of one kind, if there is one. */
export function eachDocument(
  kind: string,
  inspect: (document: PlacedRecord, unitDocuments: UnitDocuments) => readonly Finding[],
): (project: Project) => readonly Finding[] {
  return eachUnit((unitDocuments) => {
    const entry = unitDocuments.documents.get(kind);
    return entry ? inspect(placedRecord(entry), unitDocuments) : [];
  });
}

/** The unit's document of a kind as a record, or `null`. */
export function documentOf({ documents }: UnitDocuments, kind: string): PlacedRecord | null {
  const entry = documents.get(kind);
  return entry ? placedRecord(entry) : null;
}

/** The records of a list in the unit's document of a kind; empty if there is no such document. */
export function recordsOf(unitDocuments: UnitDocuments, kind: string, key: string): readonly PlacedRecord[] {
  const document = documentOf(unitDocuments, kind);
  return document ? placedRecordsAt(document, key) : [];
}

/** The label of a kind of document, such as 实施方案; its identifier if it has none. */
export function labelOf({ project }: UnitDocuments, kind: string): string {
  return project.kinds.find(({ id }) => id === kind)?.label ?? kind;
}

/** Whether the unit's list of people has this name. Other names are already reported as REFERENCE-UNKNOWN. */
export function hasPerson({ unit }: UnitDocuments, name: string): boolean {
  return placedRecordsAt(placedRecord(unit), 'people').some(({ data }) => textAt(data, 'name') === name);
}
