import { findSet } from '../../model/campaign.js';
import type { Campaign } from '../../model/campaign.js';
import type { Project } from '../../model/project.js';
import type { Schema } from '../../model/schema.js';
import { typesOf } from '../../model/schema.js';

/** A JSON Schema for editors. */
type EditorSchema = Readonly<Record<string, unknown>>;

/**
 * The schema of a kind's front matter for editors that complete and check YAML. Keys are the Chinese labels; values
 * that the campaign defines are listed as enumerations. English identifiers are accepted but not suggested.
 */
export function editorSchema(schema: Schema, title: string, project: Project): string {
  const document = { $schema: 'http://json-schema.org/draft-07/schema#', ...toEditor(schema, project), title };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toEditor(schema: Schema, project: Project): EditorSchema {
  const { title: _, $id: __, role: ___, set, keyedBy, refersTo, properties, items, required, anyOf, ...rest } = schema;
  const converted = {
    ...rest,
    ...(set !== undefined && enumOf(findSet(project.campaign, set)?.members)),
    ...(refersTo !== undefined && enumOf(knownWords(refersTo, project))),
    ...(anyOf && { anyOf: anyOf.map((part) => toEditor(part, project)) }),
    ...(items && { items: toEditor(items, project) }),
    ...(keyedBy !== undefined && { propertyNames: enumOf(findSet(project.campaign, keyedBy)?.members) }),
    ...(properties && objectOf(properties, required ?? [], project)),
  };
  return typesOf(schema).includes('array') ? orCsv(converted) : converted;
}

function enumOf(words: readonly string[] | undefined): EditorSchema {
  return words === undefined || words.length === 0 ? {} : { enum: words };
}

/**
 * The values of references that are the same for all units. Persons are not included: their names are valid in one unit
 * only.
 */
function knownWords(name: string, { campaign, kinds, units }: Project): readonly string[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    step: idsOf(campaign.steps),
    phase: idsOf(campaign.phases),
    inspectionGroup: idsOf(campaign.inspectionGroups),
    kind: idsOf(kinds),
    kindName: kinds.map(({ label }) => label),
    unit: idsOf(units),
  };
  return lists[name] ?? [];
}

function idsOf(items: Campaign['steps'] | readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

function objectOf(
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[],
  project: Project,
): EditorSchema {
  const entries = Object.entries(properties);
  const labelled = entries.map(([key, schema]) => [schema.title ?? key, toEditor(schema, project)] as const);
  const identifiers = entries.filter(([key, { title }]) => title !== undefined && title !== key).map(([key]) => key);
  return {
    properties: Object.fromEntries(labelled),
    ...(identifiers.length > 0 && { patternProperties: { [`^(?:${identifiers.join('|')})$`]: {} } }),
    ...(required.length > 0 && { allOf: required.map((key) => requireEither(key, properties[key])) }),
    additionalProperties: false,
  };
}

/** Requires a key under its label or its identifier. */
function requireEither(key: string, schema: Schema | undefined): EditorSchema {
  const label = schema?.title ?? key;
  return label === key ? { required: [key] } : { anyOf: [{ required: [label] }, { required: [key] }] };
}

/** A list, or the path of a CSV file that contains it. */
function orCsv({ description, ...list }: EditorSchema): EditorSchema {
  const file = { type: 'string', pattern: '\\.[cC][sS][vV]$', examples: ['./清单.csv'] };
  return { ...(description !== undefined && { description }), anyOf: [list, file] };
}
