import { writeJson } from '../write/report/json.js';
import { countFindings, exitCodeOf, openSession, printFindings } from './session.js';
import type { GlobalOptions } from './session.js';

interface CheckOptions extends GlobalOptions {
  readonly unit?: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly strict?: boolean;
}

export async function runCheck(options: CheckOptions): Promise<void> {
  const { loaded } = await openSession(options);
  const units = options.unit ?? [];
  const isAbout = (path: string): boolean =>
    units.length === 0 || units.some((unit) => path.startsWith(`content/units/${unit}/`));
  const findings = loaded.diagnostics.filter(({ span }) => isAbout(span?.path ?? ''));
  if (options.format === 'json') process.stdout.write(writeJson(findings, loaded.value?.sources ?? new Map()));
  else {
    printFindings(findings, loaded.value);
    process.stdout.write(`检查完毕：${loaded.value?.entries.length ?? 0} 份文件，${countFindings(findings)}\n`);
  }
  process.exitCode = exitCodeOf(findings, options.strict === true);
}
