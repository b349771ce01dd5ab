import { resolve } from 'node:path';
import { buildProject } from '../build/run.js';
import type { BuildResult } from '../build/run.js';
import { unknownNames } from '../build/select.js';
import type { BuildOptions } from '../build/options.js';
import { openDisk } from '../host/disk.js';
import { systemClock } from '../host/clock.js';
import { openLog } from '../host/log.js';
import { createTools } from '../host/tools.js';
import type { Format } from '../model/artifact.js';
import type { FaceTable } from '../model/ports.js';
import { EXIT } from './failure.js';
import { countFindings, exitCodeOf, openSession, printFindings } from './session.js';
import type { GlobalOptions } from './session.js';

interface BuildFlags extends GlobalOptions {
  readonly out: string;
  readonly unit?: readonly string[];
  readonly kind?: readonly string[];
  readonly format: readonly Format[];
  readonly shard?: { readonly index: number; readonly of: number };
  readonly jobs: number;
  readonly force?: boolean;
  readonly strict?: boolean;
}

export async function runBuild(flags: BuildFlags): Promise<void> {
  const started = systemClock.now();
  const { disk, loaded } = await openSession(flags);
  const project = loaded.value;
  const options = toOptions(flags);
  const misnamed = project ? unknownNames(project, options) : [];
  if (!project || misnamed.length > 0) {
    printFindings(project ? misnamed : loaded.diagnostics, project);
    process.exitCode = project ? EXIT.environment : EXIT.content;
    return;
  }
  const out = await openDisk(resolve(flags.workspace, flags.out), { create: true });
  const ports = { disk, out, clock: systemClock, log: openLog() };
  const tools = createTools({ workspace: flags.workspace, jobs: options.jobs });
  const result = await buildProject(project, loaded.diagnostics, ports, tools, options);
  const findings = [...loaded.diagnostics, ...result.diagnostics];
  printFindings(findings, project);
  process.stdout.write(summaryOf(result, countFindings(findings), (systemClock.now() - started) / 1000));
  process.exitCode = result.faces ? exitCodeOf(findings, flags.strict === true) : EXIT.environment;
}

function toOptions(flags: BuildFlags): BuildOptions {
  return {
    units: flags.unit ?? [],
    kinds: flags.kind ?? [],
    shard: flags.shard ?? null,
    formats: flags.format,
    jobs: flags.jobs,
    force: flags.force === true,
  };
}

function summaryOf(result: BuildResult, findings: string, seconds: number): string {
  const counts = `生成 ${result.built} 份，未变 ${result.unchanged} 份，失败 ${result.failed} 份，共 ${result.pages} 页`;
  const faces = result.faces ? `字体：${describeFaces(result.faces)}\n` : '';
  return `${counts}，用时 ${seconds.toFixed(1)} 秒；${findings}\n${faces}`;
}

function describeFaces(faces: FaceTable): string {
  return Object.values(faces)
    .map(({ official, family, substituted }) => (substituted ? `${official}（代以 ${family}）` : official))
    .join('，');
}
