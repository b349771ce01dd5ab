import type { Span } from './span.js';

export type Severity = 'error' | 'warning' | 'info';

/** A second location that explains the first, such as the earlier of two equal numbers. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/**
 * One finding. `code` is stable (`SCHEMA-UNKNOWN-KEY`); `message` describes the problem in Chinese,
 * `hint` the correction. `subject` is the artifact or file concerned if there is no location in a text.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span?: Span;
  readonly subject?: string;
  readonly hint?: string;
  readonly related?: readonly Related[];
}

/** A value with the findings of the stage that computed it. Invalid content yields diagnostics, never an exception. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function checked<T>(value: T, diagnostics: readonly Diagnostic[] = []): Checked<T> {
  return { value, diagnostics };
}

/** Removes duplicates: an error in a template is reported again by every document that uses it. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byText = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...byText.values()];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Adds the findings of a stage to `sink` and returns its value. */
export function collectDiagnostics<T>(sink: Diagnostic[], result: Checked<T>): T {
  sink.push(...result.diagnostics);
  return result.value;
}
