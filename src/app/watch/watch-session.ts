import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk, Ports } from '../../model/ports.js';
import { checkWorkspace, loadWorkspace, refreshWorkspace } from '../workspace/loaded-workspace.js';
import type { LoadedWorkspace } from '../workspace/loaded-workspace.js';
import { readLastBuild, readOutputStates } from '../cache/up-to-date.js';
import { writeUnitCache } from '../cache/unit-cache.js';
import { readComposeCache } from '../cache/compose-cache.js';
import type { ComposeCache } from '../cache/compose-cache.js';
import type { BuildOptions } from '../build/options.js';
import type { Toolchain } from '../../model/ports.js';
import { buildProject } from '../build/build-project.js';
import type { BuildResult } from '../build/build-project.js';
import { unknownNames } from '../workspace/selection.js';
import { shareToolchain } from './shared-printer.js';
import type { FileState, FileStates } from '../cache/file-states.js';
import type { WorkspaceBuild } from '../build/workspace-build.js';

/** A build that stays: what it read, composed and started serves the next one, which takes in only what was saved. */
export interface WatchSession {
  /** Takes in what became of these files of the workspace; none means all. A document with errors keeps its last good files. */
  build(saved: readonly string[]): Promise<WorkspaceBuild>;
  close(): Promise<void>;
}

export function openWatchSession(
  ports: Ports,
  shipped: Disk,
  tools: Toolchain,
  options: BuildOptions,
  asOf: string,
): WatchSession {
  const toolchain = shareToolchain(tools);
  let before: { readonly composeCache: ComposeCache; readonly outputStates: FileStates } | null = null;
  let workspace: LoadedWorkspace | null = null;
  return {
    build: async (saved) => {
      const isContent = saved.length > 0 && saved.every((path) => path.startsWith('content/'));
      if (workspace && isContent) await refreshWorkspace(workspace, ports.disk, saved);
      else workspace = await loadWorkspace(ports.disk, shipped, { out: ports.out, version: tools.version });
      const { value: project, diagnostics: found, sources } = checkWorkspace(workspace, asOf);
      const about = { stale: [], outcome: null, changed: saved, sources };
      if (!project) return { ...about, kind: 'unreadable', diagnostics: found };
      const misnamed = unknownNames(project, options);
      if (misnamed.length > 0) return { ...about, kind: 'misnamed', diagnostics: misnamed };
      before ??= await readKnownState(ports.out);
      const known = { ...before, keepBlocked: true };
      const result = await buildProject(project, found, ports, toolchain, options, known);
      await writeUnitCache(ports.out, workspace.unitCache);
      before = { ...before, outputStates: statesOf(result) };
      const diagnostics: readonly Diagnostic[] = [...found, ...result.diagnostics];
      return { ...about, kind: 'built', diagnostics, outcome: result, stale: result.stale };
    },
    close: () => toolchain.close(),
  };
}

async function readKnownState(
  out: Disk,
): Promise<{ readonly composeCache: ComposeCache; readonly outputStates: FileStates }> {
  const last = await readLastBuild(out);
  return {
    composeCache: await readComposeCache(out),
    outputStates: last ? await readOutputStates(out, last) : new Map<string, FileState>(),
  };
}

function statesOf({ artifacts }: BuildResult): FileStates {
  return new Map(artifacts.map(({ path, bytes, sha256 }) => [path, { bytes, modified: 0, sha256 }]));
}
