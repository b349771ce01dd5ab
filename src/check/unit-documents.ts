import { textAt } from '../model/data.js';
import type { Entry, Project, Unit } from '../model/project.js';
import type { Finding } from './rule.js';
import { rowOf, rowsAt } from './record.js';
import type { Row } from './record.js';

/** A unit with its documents by kind. */
export interface Dossier {
  readonly project: Project;
  readonly unit: Unit;
  readonly unitKind: string;
  readonly documents: ReadonlyMap<string, Entry>;
}

// Every rule asks for the same grouping; a project never changes once read, so it is made once for each.
const known = new WeakMap<Project, ReadonlyMap<string, Dossier>>();

/** Every unit with its documents, in the order of the units. */
export function dossiersOf(project: Project): readonly Dossier[] {
  return [...byUnit(project).values()];
}

function byUnit(project: Project): ReadonlyMap<string, Dossier> {
  const dossiers = known.get(project) ?? new Map(group(project).map((dossier) => [dossier.unit.id, dossier]));
  known.set(project, dossiers);
  return dossiers;
}

function group(project: Project): readonly Dossier[] {
  const entries = new Map<string, Map<string, Entry>>();
  for (const entry of project.entries) {
    const documents = entries.get(entry.unit) ?? new Map<string, Entry>();
    entries.set(entry.unit, documents.set(entry.kind.id, entry));
  }
  return project.units.map((unit) => ({
    project,
    unit,
    unitKind: textAt(unit.data, 'kind'),
    documents: entries.get(unit.id) ?? new Map<string, Entry>(),
  }));
}

/** The dossier of one unit; none for the campaign office's own documents and for a folder without unit.md. */
export function dossierOf(project: Project, unit: string): Dossier | undefined {
  return byUnit(project).get(unit);
}

/** A rule that looks at one unit at a time. */
export function eachUnit(inspect: (dossier: Dossier) => readonly Finding[]): (project: Project) => readonly Finding[] {
  return (project) => dossiersOf(project).flatMap(inspect);
}

/** A rule that looks at the unit's document of one kind, where there is one. */
export function eachDocument(
  kind: string,
  inspect: (document: Row, dossier: Dossier) => readonly Finding[],
): (project: Project) => readonly Finding[] {
  return eachUnit((dossier) => {
    const entry = dossier.documents.get(kind);
    return entry ? inspect(rowOf(entry), dossier) : [];
  });
}

/** The unit's document of a kind as a row, or `null`. */
export function documentOf({ documents }: Dossier, kind: string): Row | null {
  const entry = documents.get(kind);
  return entry ? rowOf(entry) : null;
}

/** The records of a list in the unit's document of a kind; none where there is no such document. */
export function recordsOf(dossier: Dossier, kind: string, key: string): readonly Row[] {
  const document = documentOf(dossier, kind);
  return document ? rowsAt(document, key) : [];
}

/** The label of a kind of document, such as 实施方案; its identifier where it has none. */
export function labelOf({ project }: Dossier, kind: string): string {
  return project.kinds.find(({ id }) => id === kind)?.label ?? kind;
}

/** Whether the unit's list of people has this name; one that it has not is reported as an unknown reference. */
export function hasPerson({ unit }: Dossier, name: string): boolean {
  return rowsAt(rowOf(unit), 'people').some(({ data }) => textAt(data, 'name') === name);
}
