import { UNREPORTED, isData, isList } from '../../model/data.js';
import type { Data, Value } from '../../model/data.js';
import type { Schema } from '../../model/schema.js';

/**
 * Adds `null` for every field that the schema declares and the content lacks, so that templates can distinguish a
 * missing value from an undeclared name. The text 未报 counts as missing. Defaults are filled in.
 */
export function complete(value: Value | undefined, schema: Schema): Value {
  if (value === undefined || value === UNREPORTED) return defaultOf(schema);
  if (isList(value)) return schema.items ? value.map((item) => complete(item, schema.items ?? {})) : value;
  return isData(value) ? completeData(value, schema) : value;
}

/** Like `complete`, for the data of a whole front matter. */
export function completeData(data: Data, schema: Schema): Data {
  const { properties = {} } = schema;
  const completed: Record<string, Value> = { ...data };
  for (const key of Object.keys(properties)) completed[key] = complete(data[key], properties[key] ?? {});
  return completed;
}

function defaultOf(schema: Schema): Value {
  return (schema.default as Value | undefined) ?? null;
}
