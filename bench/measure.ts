import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** Resource usage of one process: wall clock and processor time in milliseconds, peak memory in bytes. */
export interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

/** The compiled command that is measured. */
export const HONGTOU = join(import.meta.dirname, '..', 'cli.js');

/** Runs `hongtou` with arguments. Throws if it fails, which ends the benchmark. */
export function runHongtou(...args: readonly string[]): Promise<Usage> {
  return runNode(HONGTOU, ...args);
}

/** Runs a script in a new process and returns its resource usage. */
export async function runNode(script: string, ...args: readonly string[]): Promise<Usage> {
  const report = join(tmpdir(), `bench-${process.pid}-${Math.floor(performance.now() * 1000)}.json`);
  const hook = new URL('./usage.js', import.meta.url).href;
  const env = { ...process.env, BENCH_USAGE: report, NODE_OPTIONS: `--import ${hook}` };
  const wall = await run(process.execPath, [script, ...args], env);
  const used = JSON.parse(await readFile(report, 'utf8')) as Omit<Usage, 'wall'>;
  await rm(report);
  return { ...used, wall };
}

/** Runs a program and returns its duration in milliseconds. Throws if it fails. */
export async function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const started = performance.now();
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let errorOutput = '';
  child.stderr.on('data', (chunk: Buffer) => (errorOutput = (errorOutput + chunk.toString()).slice(-4000)));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}\n${errorOutput}`);
  return performance.now() - started;
}

/** The median usage of several runs, by wall clock. */
export async function median(times: number, work: () => Promise<Usage>): Promise<Usage> {
  const runs: Usage[] = [];
  for (let at = 0; at < times; at += 1) runs.push(await work());
  return middle(runs);
}

/** The run with the median wall clock time. */
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
