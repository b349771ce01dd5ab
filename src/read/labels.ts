import type { Diagnostic } from '../model/diagnostic.js';
import type { Schema } from '../model/schema.js';
import type { Source } from '../model/source.js';
import type { Span } from '../model/span.js';

/** Collects the results of reading a record: the span of each value by JSON pointer, and the diagnostics. */
export interface RecordContext {
  readonly places: Map<string, Span>;
  readonly diagnostics: Diagnostic[];
  /** Finds the CSV file of a list by its path relative to the content file; null if it does not exist. */
  readonly findCsv: (path: string) => Source | null;
}

/** The identifier for a key, which may be a label or an identifier; null if it is unknown. */
export function resolveKey(key: string, schema: Schema): string | null {
  if (schema.properties && Object.hasOwn(schema.properties, key)) return key;
  return labelsOf(schema).get(key.trim()) ?? null;
}

const labelCache = new WeakMap<Schema, ReadonlyMap<string, string>>();

/** The identifiers of a schema by label. If two fields share a label, the first one wins. */
function labelsOf(schema: Schema): ReadonlyMap<string, string> {
  const cached = labelCache.get(schema);
  if (cached) return cached;
  const pairs = Object.entries(schema.properties ?? {}).map(([key, { title }]) => [title ?? '', key] as const);
  const map = new Map(pairs.filter(([title]) => title !== '').reverse());
  labelCache.set(schema, map);
  return map;
}

/** Reports a field that occurs twice, under its label or its identifier. */
export function reportDuplicate(label: string, span: Span, earlier: Span, context: RecordContext): void {
  const related = [{ message: '前一处', span: earlier }];
  const message = `“${label}”写了两次`;
  context.diagnostics.push({ code: 'SCHEMA-TWICE', severity: 'error', message, span, hint: '只留一处。', related });
}
