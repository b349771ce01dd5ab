/**
 * What a kind, a list or a field may be, in the keyword `role` of a schema. Rules and collectors find data by role, so
 * that they apply to every kind that states the role, whatever its name. docs/templates.md explains each role.
 */
export const ROLES = [
  'item',
  'number',
  'content',
  'goal',
  'measure',
  'responsible',
  'deadline',
  'extension',
  'difficulty',
  'schedule',
  'progress',
  'itemNumber',
  'state',
  'evidence',
  'closedOn',
  'verifier',
  'asOf',
  'institution',
  'name',
  'promulgatedOn',
  'announcement',
  'audience',
] as const;

export type Role = (typeof ROLES)[number];
