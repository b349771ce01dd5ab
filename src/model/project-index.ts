import type { Entry, Project, Unit } from './project.js';

/** A project's units and documents by name. */
export interface ProjectIndex {
  readonly units: ReadonlyMap<string, Unit>;
  /** The documents of each unit; the campaign office's own under the empty name. */
  readonly byUnit: ReadonlyMap<string, readonly Entry[]>;
  /** The documents of each kind, the office's own first, then in the order of the units. */
  readonly byKind: ReadonlyMap<string, readonly Entry[]>;
  /** All documents: the office's own, then the units in their order, each by kind. */
  readonly ordered: readonly Entry[];
}

// A project never changes once read; looking everything up by walking it would cost the square of its size.
const known = new WeakMap<Project, ProjectIndex>();

/** The index of a project, made on first use. */
export function indexOf(project: Project): ProjectIndex {
  const index = known.get(project) ?? createIndex(project);
  known.set(project, index);
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
