import type { Diagnostic } from '../../model/diagnostic.js';
import { pathsOf } from '../../model/project.js';
import type { Entry } from '../../model/project.js';

/**
 * Ids of the documents that must not be written: a final one with an error in its own files, any whose unit has one,
 * and any that cannot even be read.
 */
export function blockedEntries(entries: readonly Entry[], found: readonly Diagnostic[]): ReadonlySet<string> {
  const errors = found.filter(({ severity }) => severity === 'error');
  const paths = new Set(errors.map(({ span }) => span?.path ?? ''));
  return new Set(entries.filter((entry) => !entry.readable || hasError(entry, paths)).map(({ id }) => id));
}

function hasError(entry: Entry, paths: ReadonlySet<string>): boolean {
  const unit = entry.unit === '' ? [] : [`content/units/${entry.unit}/unit.md`];
  const mine = pathsOf(entry).some((path) => paths.has(path));
  return (mine && !entry.draft) || unit.some((path) => paths.has(path));
}
