import type { Entry, Project } from '../model/project.js';

/**
 * The part of a project that one unit's rules see: the unit and its documents, with the campaign, the kinds and the
 * names of all files. The campaign office's documents, the campaign file and the volumes are one more scope.
 */
export interface CheckScope extends Project {
  /** The folder of the unit; empty for the campaign office's scope. */
  readonly unit: string;
}

/** The campaign office's scope, then one for each unit. */
export function scopesOf(project: Project): readonly CheckScope[] {
  const entriesByUnit = new Map(project.units.map(({ id }) => [id, [] as Entry[]]));
  const office: Entry[] = [];
  for (const entry of project.entries) (entriesByUnit.get(entry.unit) ?? office).push(entry);
  const units = project.units.map((unit): CheckScope => ({
    ...project,
    unit: unit.id,
    units: [unit],
    entries: entriesByUnit.get(unit.id) ?? [],
    volumes: [],
  }));
  return [{ ...project, unit: '', units: [], entries: office }, ...units];
}
