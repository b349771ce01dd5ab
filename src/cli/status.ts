import { systemClock } from '../host/clock.js';
import { progressOn } from '../campaign/progress.js';
import { writeStatus, writeStatusCsv, writeStatusJson } from '../report/status.js';
import { UsageError } from './failure.js';
import { openSession, requireProject } from './session.js';
import type { GlobalOptions } from './session.js';

interface StatusOptions extends GlobalOptions {
  readonly unit?: readonly string[];
  readonly asOf?: string;
  readonly format: keyof typeof writers;
}

const writers = { pretty: writeStatus, json: writeStatusJson, csv: writeStatusCsv };

/** Shows the deliverables of each unit on a date, by default today. Findings about the content are left to `check`. */
export async function runStatus(options: StatusOptions): Promise<void> {
  const project = requireProject(await openSession(options));
  const units = options.unit ?? [];
  const unitIds = project.units.map(({ id }) => id);
  const unknownUnit = units.find((id) => !unitIds.includes(id));
  if (unknownUnit !== undefined) throw new UsageError(`没有“${unknownUnit}”这个单位。可以写：${unitIds.join('、')}。`);
  const progress = progressOn(project, options.asOf ?? systemClock.today(), units);
  process.stdout.write(writers[options.format](project, progress));
}
