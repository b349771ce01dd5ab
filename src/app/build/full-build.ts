import type { Disk, Ports } from '../../model/ports.js';
import type { Store } from '../cache/store.js';
import { recordLastBuild, readOutputStates } from '../cache/up-to-date.js';
import type { LastBuild } from '../cache/up-to-date.js';
import { checkWorkspace, isText, loadWorkspace, saveStore } from '../workspace/loaded-workspace.js';
import type { BuildOptions } from './options.js';
import { buildProject } from './build-project.js';
import { unknownNames } from '../workspace/selection.js';
import type { FileState, FileStates } from '../cache/file-states.js';
import type { SharedToolchain } from '../watch/shared-printer.js';
import type { WorkspaceBuild } from './workspace-build.js';

/** The requested build, and the state of the last one. */
interface BuildRequest {
  readonly ports: Ports;
  readonly shipped: Disk;
  readonly toolchain: SharedToolchain;
  readonly options: BuildOptions;
  readonly asOf: string;
  readonly store: Store;
  readonly lastBuild: LastBuild | null;
  readonly inputs: FileStates;
  readonly request: string;
  readonly changed: readonly string[] | null;
}

/** Reads, checks and builds a workspace in which something has changed. */
export async function runFullBuild(buildRequest: BuildRequest): Promise<WorkspaceBuild> {
  const { ports, shipped, toolchain, options, asOf, store, lastBuild, inputs, request, changed } = buildRequest;
  toolchain.expectText(bytesOfText(inputs));
  const workspace = await loadWorkspace(ports.disk, shipped, store);
  const { value: project, diagnostics: findings, sources } = checkWorkspace(workspace, asOf);
  const common = { outcome: null, stale: [], changed, sources };
  if (!project) return { ...common, kind: 'unreadable', diagnostics: findings };
  const misnamed = unknownNames(project, options);
  if (misnamed.length > 0) return { ...common, kind: 'misnamed', diagnostics: misnamed };
  const outputStates = lastBuild ? await readOutputStates(ports.out, lastBuild) : new Map<string, FileState>();
  const result = await buildProject(project, findings, ports, toolchain, options, { store, outputStates });
  const diagnostics = [...findings, ...result.diagnostics];
  const closing = toolchain.close();
  await saveStore(workspace);
  await recordLastBuild(store, ports.out, request, inputs, result, diagnostics);
  await closing;
  return { ...common, kind: 'built', diagnostics, outcome: result, stale: result.stale };
}

function bytesOfText(inputs: FileStates): number {
  return [...inputs].reduce((sum, [path, { bytes }]) => sum + (isText(path) ? bytes : 0), 0);
}
