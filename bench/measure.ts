import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** What one run of a process took: wall clock and its own processor time in milliseconds, peak memory in bytes. */
export interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

/** The command line of the program that is measured, beside this folder. */
export const HONGTOU = join(import.meta.dirname, '..', 'cli.js');

/** Runs `hongtou` with arguments; a failure that is not about the content ends the benchmark. */
export function runHongtou(...args: readonly string[]): Promise<Usage> {
  return runNode(HONGTOU, ...args);
}

/** Runs a script in a process of its own and says what it used. */
export async function runNode(script: string, ...args: readonly string[]): Promise<Usage> {
  const report = join(tmpdir(), `bench-${process.pid}-${Math.floor(performance.now() * 1000)}.json`);
  const hook = new URL('./usage.js', import.meta.url).href;
  const env = { ...process.env, BENCH_USAGE: report, NODE_OPTIONS: `--import ${hook}` };
  const wall = await run(process.execPath, [script, ...args], env);
  const used = JSON.parse(await readFile(report, 'utf8')) as Omit<Usage, 'wall'>;
  await rm(report);
  return { ...used, wall };
}

/** Runs a program to its end and returns the milliseconds it took. Throws where it fails. */
export async function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const started = performance.now();
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}\n${said}`);
  return performance.now() - started;
}

/** The usage in the middle of several runs, by wall clock. */
export async function median(times: number, work: () => Promise<Usage>): Promise<Usage> {
  const runs: Usage[] = [];
  for (let at = 0; at < times; at += 1) runs.push(await work());
  return middle(runs);
}

export function middle(runs: readonly Usage[]): Usage {
  const found = [...runs].sort((a, b) => a.wall - b.wall)[Math.floor(runs.length / 2)];
  if (!found) throw new RangeError('nothing was measured');
  return found;
}

/** Whether a program is installed. */
export async function isInstalled(program: string): Promise<boolean> {
  return run(program, ['--version']).then(
    () => true,
    () => false,
  );
}
