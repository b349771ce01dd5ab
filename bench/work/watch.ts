import { spawn } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { HONGTOU } from '../measure.js';
import { atMost } from '../table.js';
import type { Figure } from '../table.js';

const EDITS = 7;
const LIMIT = 120_000;

/** Measures the time from saving one paragraph to its new PDF, with `dev` watching a built district of 100 units. */
export async function measureWatch(
  workspace: string,
  out: string,
  document: string,
  pdf: string,
): Promise<readonly Figure[]> {
  const args = [HONGTOU, 'dev', '--no-open', '--workspace', workspace, '--out', out];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await new Promise<void>((resolve, reject) => {
      child.on('exit', () => reject(new Error('dev ended by itself')));
      child.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('保存后自动重做')) resolve();
      });
    });
    const times: number[] = [];
    for (let at = 0; at < EDITS; at += 1) times.push(await timeEdit(join(workspace, document), join(out, pdf)));
    const middle = times.sort((a, b) => a - b)[Math.floor(EDITS / 2)] ?? 0;
    return [
      atMost('watching 100 units, from save to PDF', middle, 'ms', 300, `slowest ${times.at(-1)?.toFixed(0) ?? ''} ms`),
    ];
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await ended;
  }
}

async function timeEdit(document: string, pdf: string): Promise<number> {
  const before = (await stat(pdf)).mtimeMs;
  const text = await readFile(document, 'utf8');
  const started = performance.now();
  await writeFile(document, `${text.trimEnd()}还要驰而不息。\n`);
  while ((await stat(pdf)).mtimeMs === before) {
    if (performance.now() - started > LIMIT) throw new Error('nothing was rebuilt');
    await wait(2);
  }
  const taken = performance.now() - started;
  await wait(500);
  return taken;
}
