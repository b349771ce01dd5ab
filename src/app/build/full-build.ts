import type { Disk, Ports } from '../../model/ports.js';
import { recordLastBuild, readOutputStates } from '../cache/up-to-date.js';
import type { LastBuild } from '../cache/up-to-date.js';
import { checkWorkspace, isText, loadWorkspace } from '../workspace/loaded-workspace.js';
import type { BuildOptions } from './options.js';
import { writeUnitCache } from '../cache/unit-cache.js';
import { buildProject } from './build-project.js';
import { unknownNames } from '../workspace/selection.js';
import type { FileState, FileStates } from '../cache/file-states.js';
import type { SharedToolchain } from '../watch/shared-printer.js';
import type { WorkspaceBuild } from './workspace-build.js';

/** What was asked for, and what is known of the last build. */
interface BuildRequest {
  readonly ports: Ports;
  readonly shipped: Disk;
  readonly tools: SharedToolchain;
  readonly options: BuildOptions;
  readonly asOf: string;
  readonly last: LastBuild | null;
  readonly inputs: FileStates;
  readonly request: string;
  readonly changed: readonly string[] | null;
}

/** Reads, checks and builds a workspace of which something has changed. */
export async function runFullBuild(errand: BuildRequest): Promise<WorkspaceBuild> {
  const { ports, shipped, tools, options, asOf, last, inputs, request, changed } = errand;
  tools.expectText(bytesOfText(inputs));
  const workspace = await loadWorkspace(ports.disk, shipped, { out: ports.out, version: tools.version });
  const { value: project, diagnostics: found, sources } = checkWorkspace(workspace, asOf);
  const nothing = { outcome: null, stale: [], changed, sources };
  if (!project) return { ...nothing, kind: 'unreadable', diagnostics: found };
  const misnamed = unknownNames(project, options);
  if (misnamed.length > 0) return { ...nothing, kind: 'misnamed', diagnostics: misnamed };
  const seen = last ? await readOutputStates(ports.out, last) : new Map<string, FileState>();
  const result = await buildProject(project, found, ports, tools, options, { outputStates: seen });
  const diagnostics = [...found, ...result.diagnostics];
  const closed = tools.close();
  await writeUnitCache(ports.out, workspace.unitCache);
  await recordLastBuild(ports.out, request, inputs, result, diagnostics);
  await closed;
  return { ...nothing, kind: 'built', diagnostics, outcome: result, stale: result.stale };
}

function bytesOfText(inputs: FileStates): number {
  return [...inputs].reduce((sum, [path, { bytes }]) => sum + (isText(path) ? bytes : 0), 0);
}
