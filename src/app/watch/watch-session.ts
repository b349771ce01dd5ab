import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk, Ports } from '../../model/ports.js';
import { checkWorkspace, loadWorkspace, refreshWorkspace, saveStore } from '../workspace/loaded-workspace.js';
import type { LoadedWorkspace } from '../workspace/loaded-workspace.js';
import { readLastBuild, readOutputStates } from '../cache/up-to-date.js';
import { Store } from '../cache/store.js';
import type { BuildOptions } from '../build/options.js';
import type { Toolchain } from '../../model/ports.js';
import { buildProject } from '../build/build-project.js';
import type { BuildResult } from '../build/build-project.js';
import { unknownNames } from '../workspace/selection.js';
import { shareToolchain } from './shared-printer.js';
import type { FileState, FileStates } from '../cache/file-states.js';
import type { WorkspaceBuild } from '../build/workspace-build.js';

/** Repeated builds of a workspace that share the loaded files, the composed documents and the browser. */
export interface WatchSession {
  /**
   * Reloads these files of the workspace (empty means all) and builds. A document with errors keeps its previous files.
   */
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
  const store = new Store(ports.out, tools.version);
  let outputStates: FileStates | null = null;
  let workspace: LoadedWorkspace | null = null;
  return {
    build: async (saved) => {
      const isContent = saved.length > 0 && saved.every((path) => path.startsWith('content/'));
      if (workspace && isContent) await refreshWorkspace(workspace, ports.disk, saved);
      else workspace = await loadWorkspace(ports.disk, shipped, store);
      const { value: project, diagnostics: findings, sources } = checkWorkspace(workspace, asOf);
      const common = { stale: [], outcome: null, changed: saved, sources };
      if (!project) return { ...common, kind: 'unreadable', diagnostics: findings };
      const misnamed = unknownNames(project, options);
      if (misnamed.length > 0) return { ...common, kind: 'misnamed', diagnostics: misnamed };
      outputStates ??= await readKnownStates(store, ports.out);
      const known = { store, outputStates, keepBlocked: true };
      const result = await buildProject(project, findings, ports, toolchain, options, known);
      await saveStore(workspace);
      outputStates = statesOf(result);
      const diagnostics: readonly Diagnostic[] = [...findings, ...result.diagnostics];
      return { ...common, kind: 'built', diagnostics, outcome: result, stale: result.stale };
    },
    close: () => toolchain.close(),
  };
}

async function readKnownStates(store: Store, out: Disk): Promise<FileStates> {
  const last = await readLastBuild(store);
  return last ? readOutputStates(out, last) : new Map<string, FileState>();
}

function statesOf({ artifacts }: BuildResult): FileStates {
  return new Map(artifacts.map(({ path, bytes, sha256 }) => [path, { bytes, modified: 0, sha256 }]));
}
