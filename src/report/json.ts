import type { Diagnostic } from '../model/diagnostic.js';
import { positionAt } from '../model/span.js';
import { byPlace } from './order.js';
import type { Sources } from './order.js';

/** Writes findings as JSON. Lines and columns start at 1; they are 0 if a finding has no position in a text. */
export function writeJson(diagnostics: readonly Diagnostic[], sources: Sources): string {
  return `${JSON.stringify(
    [...diagnostics].sort(byPlace).map((diagnostic) => toRecord(diagnostic, sources)),
    null,
    2,
  )}\n`;
}

function toRecord({ code, severity, message, span, subject, hint }: Diagnostic, sources: Sources): object {
  const text = span ? sources.get(span.path)?.text : undefined;
  const start = span && text !== undefined ? positionAt(text, span.start) : { line: 0, column: 0 };
  const end = span && text !== undefined ? positionAt(text, span.end) : start;
  return {
    code,
    severity,
    message,
    path: span?.path ?? subject ?? '',
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    hint: hint ?? '',
  };
}
