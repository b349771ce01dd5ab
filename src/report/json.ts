import type { Diagnostic } from '../model/diagnostic.js';
import { positionAt } from '../model/span.js';
import { byPlace } from './order.js';
import type { Sources } from './order.js';

/** Findings for programs; lines and columns start at 1, and are 0 where a finding has no place in a text. */
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
