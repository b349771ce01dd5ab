import type { Entry, Project, Unit } from './project.js';

/** Lookup tables for the units and documents of a project. */
export interface ProjectIndex {
  readonly units: ReadonlyMap<string, Unit>;
  /** The documents of each unit; those of the campaign office under the empty string. */
  readonly byUnit: ReadonlyMap<string, readonly Entry[]>;
  /** The documents of each kind, those of the campaign office first, then in the order of the units. */
  readonly byKind: ReadonlyMap<string, readonly Entry[]>;
  /** All documents: those of the campaign office, then those of the units in order, each sorted by kind. */
  readonly ordered: readonly Entry[];
}

// A project is immutable. Lookups by linear search would take quadratic time.
const indexes = new WeakMap<Project, ProjectIndex>();

/** The index of a project, created on first use. */
export function indexOf(project: Project): ProjectIndex {
  const index = indexes.get(project) ?? createIndex(project);
  indexes.set(project, index);
  return index;
}

function createIndex({ units, entries, kinds }: Project): ProjectIndex {
  const unitOrder = new Map(units.map((unit, at) => [unit.id, at]));
  const kindOrder = new Map(kinds.map((kind, at) => [kind.id, at]));
  const unitAt = (entry: Entry): number => unitOrder.get(entry.unit) ?? -1;
  const kindAt = (entry: Entry): number => kindOrder.get(entry.kind.id) ?? -1;
  const ordered = [...entries].sort((a, b) => unitAt(a) - unitAt(b) || kindAt(a) - kindAt(b));
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    byUnit: groupBy(entries, ({ unit }) => unit),
    byKind: groupBy(ordered, ({ kind }) => kind.id),
    ordered,
  };
}

function groupBy(entries: readonly Entry[], keyOf: (entry: Entry) => string): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group) group.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return groups;
}
