import type { Role } from '../model/roles.js';
import type { Schema } from '../model/schema.js';

const NO_KEYS: readonly string[] = [];

// A schema is immutable, and every record of a list is read with the same one.
const indexes = new WeakMap<Schema, ReadonlyMap<string, readonly string[]>>();

/** The identifiers of the properties that have a role, in the order of the schema. */
export function keysWithRole(schema: Schema, role: Role): readonly string[] {
  const index = indexes.get(schema) ?? createIndex(schema);
  indexes.set(schema, index);
  return index.get(role) ?? NO_KEYS;
}

function createIndex({ properties = {} }: Schema): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [key, { role }] of Object.entries(properties)) {
    if (role !== undefined) index.set(role, [...(index.get(role) ?? []), key]);
  }
  return index;
}

/** Whether a schema itself, or one of its properties, has a role. */
export function hasRole(schema: Schema, role: Role): boolean {
  return schema.role === role || keysWithRole(schema, role).length > 0;
}
