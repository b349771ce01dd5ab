import { numberAt, textAt } from '../../model/data.js';
import type { Kind } from '../../model/kind.js';
import type { Entry, Project } from '../../model/project.js';
import { indexOf } from '../../model/project-index.js';
import type { VolumePlan } from './volume-plan.js';

/** A document that a plan selects, and its heading in the contents. */
export interface ChosenEntry {
  readonly entry: Entry;
  readonly group: string;
}

/**
 * The documents of a volume in order: by kind in the order of the plan, then by unit; without kinds, by unit. Issues of
 * a numbered series are in the order of their numbers, with the extra issues (增刊) in a group of their own.
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

/** Whether the documents of a kind have issue numbers. */
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
  return [...entries].sort((a, b) => (numberAt(a.data, key) ?? Infinity) - (numberAt(b.data, key) ?? Infinity));
}

function nameOf(project: Project, { unit, kind }: Entry): string {
  const unitFile = indexOf(project).units.get(unit);
  return unitFile ? textAt(unitFile.data, 'shortName') || textAt(unitFile.data, 'fullName') : kind.label;
}
