/**
 * The part of JSON Schema that content uses, with every `$ref` and `allOf` already resolved. `title` is the Chinese
 * label that may be written in place of the identifier. `set` and `refersTo` are ours: they name the campaign's set,
 * or the collection, in which a value must be found; so are `synonyms`, other names that a table's header may give the
 * field, and `measure`, what its numbers count in.
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
  readonly [keyword: string]: unknown;
}

/** The label of a property, or its identifier where it has none. */
export function labelOf(schema: Schema | undefined, identifier: string): string {
  return schema?.properties?.[identifier]?.title ?? identifier;
}

/** The types that a value may have: its own, or those of its alternatives. */
export function typesOf(schema: Schema): readonly string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(typesOf);
  return schema.type === undefined ? [] : [schema.type];
}
