import { findSet } from '../../model/campaign.js';
import type { Campaign } from '../../model/campaign.js';
import type { Kind } from '../../model/kind.js';
import { typesOf } from '../../model/schema.js';
import type { Schema } from '../../model/schema.js';

/** A list of records in documents of a kind, such as the entries of a ledger: a target for imported sheets. */
export interface ListField {
  readonly kind: Kind;
  readonly key: string;
  readonly label: string;
  readonly fields: readonly Field[];
}

/** A field of a record: its path, and every name that a header may use for it. */
export interface Field {
  readonly path: readonly string[];
  readonly label: string;
  /** Normalized by `normalLabel`; the field's label comes first. */
  readonly names: readonly string[];
  readonly schema: Schema;
  readonly required: boolean;
}

/** All lists in unit documents of these kinds. */
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

/** The scalar fields of a record, and one field per set member where the record stores a number for each member. */
export function fieldsOf(record: Schema, campaign: Campaign): readonly Field[] {
  const required = new Set(record.required ?? []);
  return Object.entries(record.properties ?? {}).flatMap(([key, schema]): readonly Field[] => {
    if (schema.keyedBy !== undefined) return memberFields(key, schema, required.has(key), campaign);
    if (schema.properties || schema.items?.properties || typesOf(schema).length === 0) return [];
    const label = schema.title ?? key;
    const names = [label, ...(schema.synonyms ?? []), key].map(normalLabel);
    return [{ path: [key], label, names, schema, required: required.has(key) }];
  });
}

function memberFields(key: string, schema: Schema, required: boolean, campaign: Campaign): readonly Field[] {
  const members = findSet(campaign, schema.keyedBy ?? '')?.members ?? [];
  const count = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return members.map((label) => {
    return { path: [key, label], label, names: [normalLabel(label)], schema: count, required };
  });
}

/**
 * Normalizes a label: removes whitespace, required-field marks (*, ※) and final punctuation, and folds width and case.
 */
export function normalLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*※]+/gu, '')
    .replace(/[:;,。、]+$/u, '')
    .toLowerCase();
}
