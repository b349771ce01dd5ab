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

/** Who owes what on a day, today where none is named; findings about content are for `check`. */
export async function runStatus(options: StatusOptions): Promise<void> {
  const project = requireProject(await openSession(options));
  const units = options.unit ?? [];
  const known = project.units.map(({ id }) => id);
  const stranger = units.find((id) => !known.includes(id));
  if (stranger !== undefined) throw new UsageError(`没有“${stranger}”这个单位。可以写：${known.join('、')}。`);
  const progress = progressOn(project, options.asOf ?? systemClock.today(), units);
  process.stdout.write(writers[options.format](project, progress));
}
