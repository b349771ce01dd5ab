import { traceFigures } from '../app/trace/trace-figures.js';
import { writeTrace } from '../report/trace.js';
import { UsageError } from './failure.js';
import { openSession, printFindings, requireProject } from './session.js';
import type { GlobalOptions } from './session.js';

interface TraceOptions extends GlobalOptions {
  readonly row?: string;
  readonly column?: string;
  readonly figure?: string;
}

/** Shows the sources of the figures of a roll-up, or of those that a document cites. */
export async function runTrace(kindName: string, options: TraceOptions): Promise<void> {
  const project = requireProject(await openSession(options));
  const { row = '', column = '', figure = '' } = options;
  const result = traceFigures(project, kindName, { row, column, figure });
  if (typeof result === 'string') throw new UsageError(result);
  printFindings(result.diagnostics, project);
  if (result.value.length === 0) throw new UsageError('没有查到这样的数字；行、栏和数字要同印出来的一样。');
  process.stdout.write(writeTrace(result.value, project.sources));
}
