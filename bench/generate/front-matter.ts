/** A front matter value. A list of records is written with one record per line. */
export type Value = string | number | boolean | readonly Value[] | Fields;
export interface Fields {
  readonly [key: string]: Value;
}

/** A content file: front matter, then sections. */
export function contentFile(fields: Fields, body: string): string {
  const lines = Object.entries(fields).map(([key, value]) => field(key, value));
  return `---\n${lines.join('\n')}\n---\n\n${body.trim()}\n`;
}

function field(key: string, value: Value): string {
  if (!Array.isArray(value) || value.length === 0 || typeof value[0] !== 'object') return `${key}: ${flow(value)}`;
  return `${key}:\n${value.map((item: Value) => `  - ${flow(item)}`).join('\n')}`;
}

function flow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map((item: Value) => flow(item)).join(', ')}]`;
  if (typeof value === 'object') {
    const pairs = Object.entries(value).map(([key, inner]: [string, Value]) => `${key}: ${flow(inner)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  return typeof value === 'string' ? scalar(value) : String(value);
}

/** Writes dates unquoted, as a secretary does, and quotes text that YAML could read as something else. */
function scalar(text: string): string {
  const isBare = /^[^\s\d'"#&*!|>%@`\-?:[\]{},][^#:[\]{},]*$/.test(text) || /^\d{4}-\d\d-\d\d$/.test(text);
  return isBare ? text : `'${text.replaceAll("'", "''")}'`;
}

/** A `##` section. */
export function section(title: string, ...parts: readonly string[]): string {
  return `## ${title}\n\n${parts.join('\n\n')}\n`;
}

/** A `###` part of a section. */
export function part(title: string, text: string): string {
  return `### ${title}\n\n${text}`;
}

/** A CSV table; cells are quoted only if necessary. */
export function csv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return `${[header, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}
