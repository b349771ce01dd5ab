import { findSet } from '../model/campaign.js';
import type { NamedSet } from '../model/campaign.js';
import { numberAt, scalarText, textAt, textsAt } from '../model/data.js';
import type { Entry, Project } from '../model/project.js';
import type { Role } from '../model/roles.js';
import type { Schema } from '../model/schema.js';
import type { Span } from '../model/span.js';
import { hasRole, keysWithRole } from '../campaign/roles.js';
import { dateAt, placedRecord, placedRecordAt, placedRecordsAt, spanAt } from './record.js';
import type { PlacedRecord } from './record.js';
import type { Finding } from './rule.js';
import { eachUnit } from './unit-documents.js';
import type { UnitDocuments } from './unit-documents.js';

/** A record of a document with its schema, so that its fields can be found by role. */
export interface RoleRecord extends PlacedRecord {
  readonly entry: Entry;
  readonly schema: Schema;
}

export function documentRecord(entry: Entry): RoleRecord {
  return { ...placedRecord(entry), entry, schema: entry.kind.schema };
}

/** The unit's documents whose kind has a role, or has a field or a list with it. */
export function documentsWith({ entries }: UnitDocuments, role: Role): readonly RoleRecord[] {
  return entries.filter(({ kind }) => hasRole(kind.schema, role)).map(documentRecord);
}

/** The `run` of a rule that inspects each document of a unit that has, or has a field or a list with, a role. */
export function eachDocumentWith(
  role: Role,
  inspect: (document: RoleRecord, unitDocuments: UnitDocuments) => readonly Finding[],
): (project: Project) => readonly Finding[] {
  return eachUnit((unitDocuments) =>
    documentsWith(unitDocuments, role).flatMap((document) => inspect(document, unitDocuments)),
  );
}

/** The records of all lists with a role in the unit's documents. */
export function recordsWith(unitDocuments: UnitDocuments, role: Role): readonly RoleRecord[] {
  return documentsWith(unitDocuments, role).flatMap((document) => recordsIn(document, role));
}

/** The records of the lists with a role in a record. */
export function recordsIn(record: RoleRecord, role: Role): readonly RoleRecord[] {
  return keysWithRole(record.schema, role).flatMap((key) => {
    const schema = record.schema.properties?.[key]?.items;
    if (!schema) return [];
    return placedRecordsAt(record, key).map((item) => ({ ...item, entry: record.entry, schema }));
  });
}

/** The record in the field with a role; an empty one if there is none. */
export function recordIn(record: RoleRecord, role: Role): RoleRecord {
  const key = keyOf(record, role);
  return { ...placedRecordAt(record, key), entry: record.entry, schema: record.schema.properties?.[key] ?? {} };
}

/** Whether the schema of a record has a field with this role. */
export function hasField({ schema }: RoleRecord, role: Role): boolean {
  return keysWithRole(schema, role).length > 0;
}

/** The identifier of the first field with a role; empty if the record has no such field. */
export function keyOf({ schema }: RoleRecord, role: Role): string {
  return keysWithRole(schema, role)[0] ?? '';
}

/** The Chinese label of the field with a role. */
export function labelOfField(record: RoleRecord, role: Role): string {
  const key = keyOf(record, role);
  return record.schema.properties?.[key]?.title ?? key;
}

/** The span of the field with a role; of the record itself if it has no such field. */
export function spanOf(record: RoleRecord, role: Role): Span {
  return spanAt(record, keyOf(record, role));
}

export function textOf(record: RoleRecord, role: Role): string {
  return textAt(record.data, keyOf(record, role));
}

export function scalarOf(record: RoleRecord, role: Role): string {
  return scalarText(record.data[keyOf(record, role)]);
}

export function textsOf(record: RoleRecord, role: Role): readonly string[] {
  return textsAt(record.data, keyOf(record, role));
}

export function countOf(record: RoleRecord, role: Role): number | null {
  return numberAt(record.data, keyOf(record, role));
}

export function dateOf(record: RoleRecord, role: Role): string {
  return dateAt(record, keyOf(record, role));
}

/** The set of the campaign that the field with a role takes its values from. */
export function setOf(record: RoleRecord, role: Role, { project }: UnitDocuments): NamedSet | undefined {
  const field = record.schema.properties?.[keyOf(record, role)];
  const key = field?.set ?? field?.keyedBy;
  return key === undefined ? undefined : findSet(project.campaign, key);
}

/** The number of a record of a list in messages: its own, or its place in the list. */
export function numberOf(record: RoleRecord, role: Role): string {
  return scalarOf(record, role) || String(Number(record.pointer.split('/').at(-1)) + 1);
}
