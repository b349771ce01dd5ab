import type { Diagnostic } from '../model/diagnostic.js';
import type { Schema } from '../model/schema.js';
import type { Source } from '../model/source.js';
import type { Span } from '../model/span.js';

/** What reading one record fills in: where each value stands, and what was found on the way. */
export interface RecordContext {
  readonly places: Map<string, Span>;
  readonly diagnostics: Diagnostic[];
  /** The CSV file that a list names, relative to the content file; null where there is none. */
  readonly findCsv: (path: string) => Source | null;
}

/** The identifier of a label or identifier, or null. */
export function resolveKey(key: string, schema: Schema): string | null {
  if (schema.properties && Object.hasOwn(schema.properties, key)) return key;
  return labelsOf(schema).get(key.trim()) ?? null;
}

const labels = new WeakMap<Schema, ReadonlyMap<string, string>>();

/** The identifiers of a schema by their labels; where two share a label, the first has it. */
function labelsOf(schema: Schema): ReadonlyMap<string, string> {
  const known = labels.get(schema);
  if (known) return known;
  const pairs = Object.entries(schema.properties ?? {}).map(([key, { title }]) => [title ?? '', key] as const);
  const map = new Map(pairs.filter(([title]) => title !== '').reverse());
  labels.set(schema, map);
  return map;
}

/** Reports a field that is given a second time, be it under its other name. */
export function reportTwice(label: string, span: Span, earlier: Span, context: RecordContext): void {
  const related = [{ message: '前一处', span: earlier }];
  const message = `“${label}”写了两次`;
  context.diagnostics.push({ code: 'SCHEMA-TWICE', severity: 'error', message, span, hint: '只留一处。', related });
}
