import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk, Ports } from '../../model/ports.js';
import { checkLibrary, openLibrary, refreshLibrary } from '../workspace/loaded-workspace.js';
import type { Library } from '../workspace/loaded-workspace.js';
import { readLast, stampOutputs } from '../cache/up-to-date.js';
import { writePacks } from '../cache/unit-cache.js';
import { readMemory } from '../cache/compose-cache.js';
import type { Memory } from '../cache/compose-cache.js';
import type { BuildOptions } from '../build/options.js';
import type { Toolchain } from '../../model/ports.js';
import { buildProject } from '../build/build-project.js';
import type { BuildResult } from '../build/build-project.js';
import { unknownNames } from '../workspace/selection.js';
import { standTools } from './shared-printer.js';
import type { Stamp, Stamps } from '../cache/file-states.js';
import type { WorkspaceBuild } from '../build/build-workspace.js';

/** A build that stays: what it read, composed and started serves the next one, which takes in only what was saved. */
export interface StandingBuild {
  /** Takes in what became of these files of the workspace; none means all. A document with errors keeps its last good files. */
  build(saved: readonly string[]): Promise<WorkspaceBuild>;
  close(): Promise<void>;
}

export function standBuild(
  ports: Ports,
  shipped: Disk,
  tools: Toolchain,
  options: BuildOptions,
  asOf: string,
): StandingBuild {
  const standing = standTools(tools);
  let before: { readonly memory: Memory; readonly seen: Stamps } | null = null;
  let library: Library | null = null;
  return {
    build: async (saved) => {
      const isContent = saved.length > 0 && saved.every((path) => path.startsWith('content/'));
      if (library && isContent) await refreshLibrary(library, ports.disk, saved);
      else library = await openLibrary(ports.disk, shipped, { out: ports.out, version: tools.version });
      const { value: project, diagnostics: found, sources } = checkLibrary(library, asOf);
      const about = { stale: [], outcome: null, changed: saved, sources };
      if (!project) return { ...about, kind: 'unreadable', diagnostics: found };
      const misnamed = unknownNames(project, options);
      if (misnamed.length > 0) return { ...about, kind: 'misnamed', diagnostics: misnamed };
      before ??= await lookBack(ports.out);
      const known = { ...before, keepRefused: true };
      const result = await buildProject(project, found, ports, standing, options, known);
      await writePacks(ports.out, library.packs);
      before = { ...before, seen: stampsOf(result) };
      const diagnostics: readonly Diagnostic[] = [...found, ...result.diagnostics];
      return { ...about, kind: 'built', diagnostics, outcome: result, stale: result.stale };
    },
    close: () => standing.close(),
  };
}

async function lookBack(out: Disk): Promise<{ readonly memory: Memory; readonly seen: Stamps }> {
  const last = await readLast(out);
  return { memory: await readMemory(out), seen: last ? await stampOutputs(out, last) : new Map<string, Stamp>() };
}

function stampsOf({ artifacts }: BuildResult): Stamps {
  return new Map(artifacts.map(({ path, bytes, sha256 }) => [path, { bytes, modified: 0, sha256 }]));
}
