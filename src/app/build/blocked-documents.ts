import type { Diagnostic } from '../../model/diagnostic.js';
import { pathsOf } from '../../model/project.js';
import type { Entry } from '../../model/project.js';

/**
 * Ids of the documents that must not be written: final documents with an error in their own files, documents whose
 * unit file has an error, and documents that cannot be read.
 */
export function blockedEntries(entries: readonly Entry[], findings: readonly Diagnostic[]): ReadonlySet<string> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const paths = new Set(errors.map(({ span }) => span?.path ?? ''));
  return new Set(entries.filter((entry) => !entry.readable || hasError(entry, paths)).map(({ id }) => id));
}

function hasError(entry: Entry, paths: ReadonlySet<string>): boolean {
  const unitPaths = entry.unit === '' ? [] : [`content/units/${entry.unit}/unit.md`];
  const hasOwnError = pathsOf(entry).some((path) => paths.has(path));
  return (hasOwnError && !entry.draft) || unitPaths.some((path) => paths.has(path));
}
