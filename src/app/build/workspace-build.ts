import type { Diagnostic } from '../../model/diagnostic.js';
import type { Source } from '../../model/source.js';
import type { BuildSummary } from '../cache/up-to-date.js';
import type { StaleArtifact } from './staleness.js';

/** What became of a build of a workspace. */
export interface WorkspaceBuild {
  /** `misnamed`: the selection names what there is not; `unreadable`: there is no sound campaign. */
  readonly kind: 'built' | 'misnamed' | 'unreadable';
  readonly diagnostics: readonly Diagnostic[];
  readonly outcome: BuildSummary | null;
  readonly stale: readonly StaleArtifact[];
  /** What had changed since the last build; null where there was none that can be compared. */
  readonly changed: readonly string[] | null;
  /** The texts that the findings are about. */
  readonly sources: ReadonlyMap<string, Source>;
}
