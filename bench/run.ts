import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toTable } from './table.js';
import type { Figure } from './table.js';
import { measureDistrict } from './work/district.js';
import { measureMemory } from './work/memory.js';
import { measureReference } from './work/reference.js';

type Work = (folder: string) => Promise<readonly Figure[]>;

const WORKS: Readonly<Record<string, Work>> = {
  reference: measureReference,
  district: measureDistrict,
  memory: measureMemory,
};

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'string' }, keep: { type: 'boolean' } },
});
const chosen = values.only?.split(',') ?? Object.keys(WORKS);
const folder = await mkdtemp(join(tmpdir(), 'hongtou-bench-'));
const figures: Figure[] = [];
for (const name of chosen) {
  const work = WORKS[name];
  if (!work) throw new Error(`--only takes ${Object.keys(WORKS).join(', ')}`);
  figures.push(...(await work(folder)));
}
const machine = {
  processor: cpus()[0]?.model ?? '',
  cores: availableParallelism(),
  node: process.version,
  load: loadavg(),
};
const json = `${JSON.stringify({ machine, figures }, null, 2)}\n`;
process.stdout.write(`${toTable(figures)}\n\n${json}`);
if (values.json !== undefined) await writeFile(values.json, json);
if (values.keep !== true) await rm(folder, { recursive: true, force: true });
