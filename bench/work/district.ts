import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { generate } from '../generate.js';
import { median, runHongtou } from '../measure.js';
import type { Usage } from '../measure.js';
import { atMost, plain } from '../table.js';
import type { Figure } from '../table.js';
import { measureWatch } from './watch.js';

/** Measures districts of 12 and 100 units: full build, no change, one edit, `check`, and the start of the command. */
export async function measureDistrict(folder: string): Promise<readonly Figure[]> {
  const small = await prepare(folder, 12);
  const large = await prepare(folder, 100);
  const neverBuilt = await median(3, () => large.check());
  const smallCold = await median(3, () => small.build('--force'));
  const largeCold = await large.build('--force');
  const each = smallCold.wall / (await small.count());
  const count = await large.count();
  const unchanged = await median(5, () => large.build());
  const edited = await median(3, () => large.edit().then(() => large.build()));
  const checks = await median(5, () => large.check());
  const sample = await measureSample(join(folder, 'sample'));
  const version = await median(9, () => runHongtou('--version'));
  const watched = await large.watch();
  return [
    plain(`12 units, ${await small.count()} documents, cold, each`, each, 'ms', usageNote(smallCold)),
    plain(`100 units, ${count} documents, cold`, largeCold.wall, 'ms', usageNote(largeCold)),
    atMost('100 units cold against documents × the figure of 12 units', largeCold.wall / (count * each), '×', 1.3),
    atMost('100 units, nothing changed', unchanged.wall, 'ms', 1000, usageNote(unchanged)),
    atMost('100 units, one paragraph edited', edited.wall, 'ms', 1500, usageNote(edited)),
    ...watched,
    ...sample,
    atMost('check on 100 units, never built', neverBuilt.wall, 'ms', 2000, usageNote(neverBuilt)),
    atMost('check on 100 units, built before', checks.wall, 'ms', 2000, usageNote(checks)),
    atMost('--version', version.wall, 'ms', 120, usageNote(version)),
  ];
}

/** A note with the processor time, which is more reliable than the wall clock on a busy machine. */
function usageNote({ cpu, peak }: Usage): string {
  return `${cpu.toFixed(0)} ms of processor in Node, ${(peak / 2 ** 20).toFixed(0)} MB`;
}

interface District {
  readonly workspace: string;
  build(...more: readonly string[]): Promise<Usage>;
  check(): Promise<Usage>;
  count(): Promise<number>;
  /** Adds a sentence to a paragraph of one unit's plan. */
  edit(): Promise<void>;
  watch(): Promise<readonly Figure[]>;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');

async function prepare(folder: string, units: number): Promise<District> {
  const workspace = join(folder, `district-${units}`);
  const out = join(workspace, 'out');
  await rm(workspace, { recursive: true, force: true });
  await generate(units, 'bench', workspace);
  const document = (await findPlan(workspace)) ?? '';
  const plan = join(workspace, document);
  const pdf = join(dirname(relative('content', document)), '实施方案.pdf');
  return {
    workspace,
    build: (...more) => runHongtou('build', '--workspace', workspace, '--out', out, ...more),
    check: () => runHongtou('check', '--workspace', workspace),
    count: async () => (await readManifest(out)).filter((path) => path.endsWith('.docx')).length,
    edit: async () => {
      const text = await readFile(plan, 'utf8');
      await writeFile(plan, `${text.trimEnd()}仍要久久为功。\n`);
    },
    watch: () => measureWatch(workspace, out, document, pdf),
  };
}

/** Measures `check` on the sample, before and after the first build. */
async function measureSample(workspace: string): Promise<readonly Figure[]> {
  await cp(join(ROOT, 'content'), join(workspace, 'content'), { recursive: true });
  const check = (): Promise<Usage> => median(5, () => runHongtou('check', '--workspace', workspace));
  const before = await check();
  await runHongtou('build', '--format', 'docx', '--workspace', workspace, '--out', join(workspace, 'out'));
  const after = await check();
  return [
    atMost('check on the sample, never built', before.wall, 'ms', 1000, usageNote(before)),
    atMost('check on the sample, built before', after.wall, 'ms', 1000, usageNote(after)),
  ];
}

async function findPlan(workspace: string): Promise<string | undefined> {
  const units = (await readdir(join(workspace, 'content', 'units'))).sort();
  return units[0] === undefined ? undefined : join('content', 'units', units[0], 'plan.md');
}

async function readManifest(out: string): Promise<readonly string[]> {
  const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as { artifacts: { path: string }[] };
  return manifest.artifacts.map(({ path }) => path);
}
