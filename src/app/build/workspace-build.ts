import type { Diagnostic } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import type { BuildSummary } from '../cache/up-to-date.js';
import type { StaleArtifact } from './staleness.js';

/** The result of building a workspace. */
export interface WorkspaceBuild {
  /** `misnamed`: the selection has an unknown unit or kind; `unreadable`: there is no valid campaign file. */
  readonly kind: 'built' | 'misnamed' | 'unreadable';
  readonly diagnostics: readonly Diagnostic[];
  readonly outcome: BuildSummary | null;
  readonly stale: readonly StaleArtifact[];
  /** The files that changed since the last build; null if there is no last build to compare with. */
  readonly changed: readonly string[] | null;
  /** The texts that the findings refer to. */
  readonly sources: ReadonlyMap<string, Source>;
}
