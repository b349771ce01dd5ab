import { UNREPORTED, isData, isList } from '../../model/data.js';
import type { Data, Value } from '../../model/data.js';
import type { Schema } from '../../model/schema.js';

/**
 * Adds `null` for everything that the schema declares and the content lacks, so that a template can tell a value that
 * is owed from a name that does not exist. A text 未报 is such a value; defaults are filled in.
 */
export function complete(value: Value | undefined, schema: Schema): Value {
  if (value === undefined || value === UNREPORTED) return missing(schema);
  if (isList(value)) return schema.items ? value.map((item) => complete(item, schema.items ?? {})) : value;
  return isData(value) ? completeData(value, schema) : value;
}

/** As `complete`, for a whole front matter. */
export function completeData(data: Data, schema: Schema): Data {
  const { properties = {} } = schema;
  const completed: Record<string, Value> = { ...data };
  for (const key of Object.keys(properties)) completed[key] = complete(data[key], properties[key] ?? {});
  return completed;
}

function missing(schema: Schema): Value {
  return (schema.default as Value | undefined) ?? null;
}
