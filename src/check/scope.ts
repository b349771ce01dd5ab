import type { Entry, Project } from '../model/project.js';

/**
 * A project as far as one unit goes: the unit and its documents, with the campaign, the kinds and the names of all files
 * around them. The campaign office's own documents, the campaign and the volumes are a part too.
 */
export interface CheckScope extends Project {
  /** The folder of the unit; empty for the office's part. */
  readonly unit: string;
}

/** The office's part, then one for each unit. */
export function scopesOf(project: Project): readonly CheckScope[] {
  const own = new Map(project.units.map(({ id }) => [id, [] as Entry[]]));
  const office: Entry[] = [];
  for (const entry of project.entries) (own.get(entry.unit) ?? office).push(entry);
  const units = project.units.map((unit): CheckScope => ({
    ...project,
    unit: unit.id,
    units: [unit],
    entries: own.get(unit.id) ?? [],
    volumes: [],
  }));
  return [{ ...project, unit: '', units: [], entries: office }, ...units];
}
