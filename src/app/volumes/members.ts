import { knownCount, textAt } from '../../model/data.js';
import type { Kind } from '../../model/kind.js';
import type { Entry, Project } from '../../model/project.js';
import { indexOf } from '../../model/project-index.js';
import type { VolumePlan } from './volume-plan.js';

/** A document that a plan names, and the heading that it stands under in the contents. */
export interface ChosenEntry {
  readonly entry: Entry;
  readonly group: string;
}

/**
 * The documents of a volume in its order: by kind as the plan names them, each kind by unit; where it names no kind, by
 * unit. The issues of a numbered series stand by their numbers, the extra ones (增刊) apart.
 */
export function chooseEntries(project: Project, plan: VolumePlan): readonly ChosenEntry[] {
  const isWanted = ({ unit }: Entry): boolean => plan.units.length === 0 || plan.units.includes(unit);
  if (plan.kinds.length === 0) {
    const entries = indexOf(project).ordered.filter(isWanted);
    return entries.map((entry) => ({ entry, group: nameOf(project, entry) }));
  }
  const kinds = plan.kinds.flatMap((name) => project.kinds.filter(({ id, label }) => id === name || label === name));
  return [...new Set(kinds)].flatMap((kind) => {
    const entries = (indexOf(project).byKind.get(kind.id) ?? []).filter(isWanted);
    return isSeries(kind) ? issuesOf(entries) : entries.map((entry) => ({ entry, group: kind.label }));
  });
}

/** Whether the documents of a kind bear numbers that tell their order. */
export function isSeries({ schema }: Kind): boolean {
  return schema.properties?.['issueNo'] !== undefined;
}

function issuesOf(entries: readonly Entry[]): readonly ChosenEntry[] {
  const isExtra = ({ data }: Entry): boolean => data['extra'] === true;
  const regular = byNumber(
    entries.filter((entry) => !isExtra(entry)),
    'issueNo',
  );
  const extra = byNumber(entries.filter(isExtra), 'extraNo');
  return [...regular.map((entry) => ({ entry, group: '正刊' })), ...extra.map((entry) => ({ entry, group: '增刊' }))];
}

function byNumber(entries: readonly Entry[], key: string): readonly Entry[] {
  return [...entries].sort((a, b) => (knownCount(a.data, key) ?? Infinity) - (knownCount(b.data, key) ?? Infinity));
}

function nameOf(project: Project, { unit, kind }: Entry): string {
  const own = indexOf(project).units.get(unit);
  return own ? textAt(own.data, 'shortName') || textAt(own.data, 'fullName') : kind.label;
}
