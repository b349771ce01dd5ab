/**
 * The subset of JSON Schema that content uses, with every `$ref` and `allOf` resolved. `title` is the Chinese label,
 * which content may use instead of the identifier. Extensions: `set` and `refersTo` name the set of the campaign, or
 * the collection, that must contain the value; `synonyms` are alternative column headers; `measure` is the unit of a
 * number; `role` says what a kind, a list or a field is, for rules and collectors.
 */
export interface Schema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly set?: string;
  readonly keyedBy?: string;
  readonly refersTo?: string;
  readonly synonyms?: readonly string[];
  readonly measure?: string;
  readonly role?: string;
  readonly [keyword: string]: unknown;
}

/** The label of a property, or its identifier if it has none. */
export function labelOf(schema: Schema | undefined, identifier: string): string {
  return schema?.properties?.[identifier]?.title ?? identifier;
}

/** The types that a schema allows, including those of its alternatives. */
export function typesOf(schema: Schema): readonly string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(typesOf);
  return schema.type === undefined ? [] : [schema.type];
}
