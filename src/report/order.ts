import type { Diagnostic } from '../model/diagnostic.js';
import type { Source } from '../model/source.js';

export type Sources = ReadonlyMap<string, Source>;

/** Compares findings by file, then by position, then by code. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return compare(pathOf(a), pathOf(b)) || (a.span?.start ?? 0) - (b.span?.start ?? 0) || compare(a.code, b.code);
}

export function pathOf(diagnostic: Diagnostic): string {
  return diagnostic.span?.path ?? diagnostic.subject ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
