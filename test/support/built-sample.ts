import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Artifact } from '../../src/model/artifact.js';
import { hongtou } from './command.js';
import type { Outcome } from './command.js';
import { ROOT } from './workspace.js';

export interface BuiltSample {
  /** What the build said. */
  readonly run: Outcome;
  /** The out folder. It belongs to all tests: whoever wants to change it makes a copy. */
  readonly out: string;
  readonly artifacts: readonly Artifact[];
}

/**
 * The sample district, built by the command. Whichever test asks first has it built, into a folder that is new in every
 * run, so that no test can see what an earlier state of the program wrote.
 */
export async function builtSample(): Promise<BuiltSample> {
  const out = join(inject('scratch'), 'sample');
  const told = join(inject('scratch'), 'sample.json');
  if (!existsSync(told)) {
    const run = await hongtou(['build', '--workspace', ROOT, '--out', out]);
    writeFileSync(told, JSON.stringify(run));
  }
  const run = JSON.parse(readFileSync(told, 'utf8')) as Outcome;
  const { artifacts } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
    readonly artifacts: readonly Artifact[];
  };
  return { run, out, artifacts };
}
