/** What front matter can hold; a list of records is written one record a line. */
export type Value = string | number | boolean | readonly Value[] | Fields;
export interface Fields {
  readonly [key: string]: Value;
}

/** A content file: facts between `---`, then sections. */
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

/** Dates are written bare, as a secretary writes them; what YAML could take for something else is quoted. */
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

/** A CSV table, cells quoted where they must be. */
export function csv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return `${[header, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}
