import { resolve } from 'node:path';
import type { BuildSummary } from '../app/cache/up-to-date.js';
import type { Format } from '../app/build/formats.js';
import { buildWorkspace } from '../app/build/build-workspace.js';
import type { WorkspaceBuild } from '../app/build/workspace-build.js';
import type { BuildOptions } from '../app/build/options.js';
import { openDisk } from '../host/disk.js';
import { systemClock } from '../host/clock.js';
import { openLog } from '../host/log.js';
import { packageRoot } from '../host/package.js';
import { createToolchain } from '../host/toolchain.js';
import type { FaceTable } from '../model/ports.js';
import { explainBuild } from './explain-build.js';
import { EXIT } from './failure.js';
import { countFindings, exitCodeOf, openSession, printFindings } from './session.js';
import type { GlobalOptions } from './session.js';

export interface BuildFlags extends GlobalOptions {
  readonly out: string;
  readonly unit?: readonly string[];
  readonly kind?: readonly string[];
  readonly format: readonly Format[];
  readonly shard?: { readonly index: number; readonly of: number };
  readonly jobs: number;
  readonly force?: boolean;
  readonly strict?: boolean;
  readonly explain?: boolean;
}

export async function runBuild(flags: BuildFlags): Promise<void> {
  const started = systemClock.now();
  const disk = await openDisk(flags.workspace);
  // Without a campaign file nothing is built, and no out folder is created in a folder that may be the wrong one.
  if ((await disk.read('content/campaign.md')) === null) return reportUnreadable(flags);
  const out = await openDisk(resolve(flags.workspace, flags.out), { create: true });
  const ports = { disk, out, clock: systemClock, log: openLog() };
  const options = toOptions(flags);
  const toolchain = createToolchain({ workspace: flags.workspace, jobs: options.jobs });
  const build = await buildWorkspace(ports, await openDisk(packageRoot), toolchain, options, flags.asOf ?? '');
  if (flags.explain === true) process.stdout.write(explainBuild(build));
  printFindings(build.diagnostics, build);
  const { outcome } = build;
  if (outcome) {
    const seconds = (systemClock.now() - started) / 1000;
    process.stdout.write(summaryOf(outcome, countFindings(build.diagnostics), seconds));
  }
  process.exitCode = exitCodeFor(build, flags.strict === true);
}

async function reportUnreadable(flags: BuildFlags): Promise<void> {
  const { loaded } = await openSession(flags);
  printFindings(loaded.diagnostics, loaded);
  process.exitCode = EXIT.content;
}

function exitCodeFor({ kind, outcome, diagnostics }: WorkspaceBuild, strict: boolean): number {
  if (kind === 'misnamed' || outcome?.equipped === false) return EXIT.environment;
  return kind === 'unreadable' ? EXIT.content : exitCodeOf(diagnostics, strict);
}

export function toOptions(flags: BuildFlags): BuildOptions {
  return {
    units: flags.unit ?? [],
    kinds: flags.kind ?? [],
    shard: flags.shard ?? null,
    formats: flags.format,
    jobs: flags.jobs,
    force: flags.force === true,
  };
}

export function summaryOf(result: BuildSummary, findings: string, seconds: number): string {
  const counts = `生成 ${result.built} 份，未变 ${result.unchanged} 份，失败 ${result.failed} 份，共 ${result.pages} 页`;
  const faces = result.faces ? `字体：${describeFaces(result.faces)}\n` : '';
  return `${counts}，用时 ${seconds.toFixed(1)} 秒；${findings}\n${faces}`;
}

function describeFaces(faces: FaceTable): string {
  return Object.values(faces)
    .map(({ official, family, substituted }) => (substituted ? `${official}（代以 ${family}）` : official))
    .join('，');
}
