import type { Project, Entry } from '../../model/project.js';
import type { LifeEvent } from '../../filing/life/event.js';
import type { EarlierPackage } from '../../filing/metadata/describe.js';
import type { FilingPlan } from './filing-plan.js';
import type { ArchiveSettings } from './archive-settings.js';
import type { FrozenVersion } from './version-files.js';

/** A document of a package, with its frozen version and its recorded events. */
export interface FilingItem {
  readonly entry: Entry;
  readonly version: FrozenVersion;
  readonly events: readonly LifeEvent[];
}

export interface PackageJob {
  readonly project: Project;
  readonly plan: FilingPlan;
  readonly date: string;
  readonly items: readonly FilingItem[];
  readonly settings: ArchiveSettings;
  readonly earlier: readonly EarlierPackage[];
}
