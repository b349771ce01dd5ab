import { findSet } from '../../model/campaign.js';
import type { Campaign } from '../../model/campaign.js';
import type { Kind } from '../../model/kind.js';
import { typesOf } from '../../model/schema.js';
import type { Schema } from '../../model/schema.js';

/** A list of records that documents of a kind keep, such as the entries of a ledger: what a sheet may be read into. */
export interface ListField {
  readonly kind: Kind;
  readonly key: string;
  readonly label: string;
  readonly fields: readonly Field[];
}

/** One thing that a record says: the way to it, and every name that a header may give it. */
export interface Field {
  readonly path: readonly string[];
  readonly label: string;
  /** As `normalLabel` has them, the field's own name first. */
  readonly names: readonly string[];
  readonly schema: Schema;
  readonly required: boolean;
}

/** Every list that units' documents of these kinds keep. */
export function listFields(kinds: readonly Kind[], campaign: Campaign): readonly ListField[] {
  return kinds
    .filter(({ scope, file }) => scope === 'content' && file.includes('{unit}'))
    .flatMap((kind) =>
      Object.entries(kind.schema.properties ?? {}).flatMap(([key, property]): readonly ListField[] => {
        const fields = property.items ? fieldsOf(property.items, campaign) : [];
        return fields.length < 2 ? [] : [{ kind, key, label: property.title ?? key, fields }];
      }),
    );
}

/** The single values of a record, and the members of a set of which it keeps a number each. */
export function fieldsOf(record: Schema, campaign: Campaign): readonly Field[] {
  const required = new Set(record.required ?? []);
  return Object.entries(record.properties ?? {}).flatMap(([key, schema]): readonly Field[] => {
    if (schema.keyedBy !== undefined) return talliesOf(key, schema, required.has(key), campaign);
    if (schema.properties || schema.items?.properties || typesOf(schema).length === 0) return [];
    const label = schema.title ?? key;
    const names = [label, ...(schema.synonyms ?? []), key].map(normalLabel);
    return [{ path: [key], label, names, schema, required: required.has(key) }];
  });
}

function talliesOf(key: string, schema: Schema, required: boolean, campaign: Campaign): readonly Field[] {
  const members = findSet(campaign, schema.keyedBy ?? '')?.members ?? [];
  const count = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return members.map((label) => {
    return { path: [key, label], label, names: [normalLabel(label)], schema: count, required };
  });
}

/** A label without what only its look asks for: spaces and line breaks, full-width forms, marks of what must be filled in. */
export function normalLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*※]+/gu, '')
    .replace(/[:;,。、]+$/u, '')
    .toLowerCase();
}
