import { runChecks } from '../host/doctor.js';
import { EXIT } from './failure.js';
import type { GlobalOptions } from './session.js';

export async function runDoctor({ workspace }: GlobalOptions): Promise<void> {
  const findings = await runChecks(workspace);
  for (const { name, found, ok, advice } of findings) {
    process.stdout.write(`${ok ? '✓' : '✗'} ${name}：${found}\n${advice === '' ? '' : `  ${advice}\n`}`);
  }
  process.exitCode = findings.every(({ ok }) => ok) ? EXIT.done : EXIT.environment;
}
