import type { Source } from '../../model/source.js';
import type { Diagnostic } from '../../model/diagnostic.js';

/** A location as reported by Handlebars: lines from 1, columns from 0, relative to the body of the template. */
export interface Location {
  readonly start: { readonly line: number; readonly column: number };
}

/** An invalid reference in a template. Thrown inside Handlebars, converted to a diagnostic by `render`. */
export class TemplateError extends Error {
  readonly location: Location | null;
  constructor(message: string, location: Location | null) {
    super(message);
    this.location = location;
  }
}

/** Converts an error of a template to a diagnostic at its line in the template file. */
export function templateDiagnostic(error: unknown, source: Source, bodyStart: number): Diagnostic {
  const start = bodyStart + offsetOf(locationOf(error), source.text.slice(bodyStart));
  return {
    code: 'TEMPLATE-ERROR',
    severity: 'error',
    message: error instanceof TemplateError ? error.message : messageOf(error),
    span: { path: source.path, start, end: start },
    hint: '对照同一文件夹里的 schema.yaml 核对字段名；“{{#”开头的要有“{{/”结尾。',
  };
}

function locationOf(error: unknown): Location['start'] | null {
  if (error instanceof TemplateError) return error.location?.start ?? null;
  const line = lineOf(error);
  return line === undefined ? null : { line, column: 0 };
}

/** The compiler reports the line in a field, the parser only in its message. */
function lineOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const line = /^Parse error on line (\d+)/.exec(error.message)?.[1];
  return line === undefined ? (error as { readonly lineNumber?: number }).lineNumber : Number(line);
}

function offsetOf(place: Location['start'] | null, text: string): number {
  if (!place) return 0;
  const lines = text.split('\n').slice(0, place.line - 1);
  return lines.reduce((sum, line) => sum + line.length + 1, 0) + place.column;
}

function messageOf(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return text.startsWith('Parse error') ? '模板在这一行附近写法有误，读不下去' : `模板写法有误：${text}`;
}
