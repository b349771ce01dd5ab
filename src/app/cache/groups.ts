/** The groups of the store: one for each unit, and these. */
export const OFFICE_GROUP = 'office';
export const TEMPLATES_GROUP = 'templates';
export const LAST_BUILD_GROUP = 'last-build';

const UNIT_PATH = /^content\/units\/([^/]+)\//;

/** The group of a unit's results; the campaign office has the empty id. */
export function groupOfUnit(unit: string): string {
  return unit === '' ? OFFICE_GROUP : `unit/${unit}`;
}

/** The group of a file of the content folder. */
export function groupOfFile(path: string): string {
  return groupOfUnit(UNIT_PATH.exec(path)?.[1] ?? '');
}

/** All groups of a workspace with these files. */
export function groupsOf(paths: Iterable<string>): readonly string[] {
  return [...new Set([...[...paths].map(groupOfFile), OFFICE_GROUP, TEMPLATES_GROUP, LAST_BUILD_GROUP])];
}
