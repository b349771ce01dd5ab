import { isPrinted } from '../../formats/format.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk, Ports } from '../../model/ports.js';
import type { Source } from '../../model/source.js';
import { readLastBuild, reuseLastBuild, requestKey, readInputStates, toCharacterSets } from '../cache/up-to-date.js';
import type { BuildOptions } from './options.js';
import type { Toolchain } from '../../model/ports.js';
import { changedPaths } from '../cache/file-states.js';
import { Store } from '../cache/store.js';
import { shareToolchain } from '../watch/shared-printer.js';
import type { WorkspaceBuild } from './workspace-build.js';

/**
 * Reads, checks and builds a workspace. If nothing has changed since the last build, returns its findings and outcome
 * again. `shipped` holds the templates that come with the program; `asOf` is the date up to which roll-ups count.
 */
export async function buildWorkspace(
  ports: Ports,
  shipped: Disk,
  toolchain: Toolchain,
  options: BuildOptions,
  asOf: string,
): Promise<WorkspaceBuild> {
  const request = requestKey(options, asOf);
  const store = new Store(ports.out, toolchain.version);
  const lastBuild = await readLastBuild(store);
  const inputs = await readInputStates(ports.disk, shipped, lastBuild);
  const reused =
    lastBuild && !options.force ? await reuseLastBuild(lastBuild, inputs, request, store, ports.out, toolchain) : null;
  const changed = lastBuild && changedPaths(lastBuild.inputs, inputs);
  if (reused) {
    const { diagnostics, outcome } = reused;
    return {
      kind: 'built',
      diagnostics,
      outcome,
      stale: [],
      changed,
      sources: await sourcesOf(diagnostics, ports.disk, shipped),
    };
  }
  const shared = shareToolchain(toolchain);
  // A browser takes half a second to start, so it starts while the workspace is read, with the faces of the last build.
  const characters =
    lastBuild?.characters && options.formats.some(isPrinted) ? toCharacterSets(lastBuild.characters) : null;
  if (characters) await shared.warm(characters);
  try {
    // The full build is most of the program; it is loaded only if there is something to build.
    const { runFullBuild } = await import('./full-build.js');
    return await runFullBuild({
      ports,
      shipped,
      toolchain: shared,
      options,
      asOf,
      store,
      lastBuild,
      inputs,
      request,
      changed,
    });
  } finally {
    await shared.close();
  }
}

async function sourcesOf(
  diagnostics: readonly Diagnostic[],
  workspace: Disk,
  shipped: Disk,
): Promise<ReadonlyMap<string, Source>> {
  const spans = diagnostics.flatMap(({ span, related = [] }) => [span, ...related.map((other) => other.span)]);
  const paths = [...new Set(spans.flatMap((span) => (span ? [span.path] : [])))];
  const sources = new Map<string, Source>();
  for (const path of paths) {
    const bytes = (await workspace.read(path)) ?? (await shipped.read(path));
    if (bytes) sources.set(path, { path, text: new TextDecoder().decode(bytes) });
  }
  return sources;
}
