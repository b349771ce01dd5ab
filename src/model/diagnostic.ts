import type { Span } from './span.js';

export type Severity = 'error' | 'warning' | 'info';

/** A second place that explains the first, such as the earlier of two equal numbers. */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/**
 * One finding. `code` is stable (`SCHEMA-UNKNOWN-KEY`); `message` says in Chinese what was found and what was
 * expected, `hint` what to type instead. `subject` is the artifact or file concerned when there is no place in a text.
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

/** A value together with what was found while making it. Bad content yields diagnostics, never an exception. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export function checked<T>(value: T, diagnostics: readonly Diagnostic[] = []): Checked<T> {
  return { value, diagnostics };
}

/** Each finding once: a fault in a template is met again by every document that uses it. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byText = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...byText.values()];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Runs a stage and keeps its findings in `sink`, so that a pipeline of stages reads as a list of values. */
export function collect<T>(sink: Diagnostic[], result: Checked<T>): T {
  sink.push(...result.diagnostics);
  return result.value;
}
