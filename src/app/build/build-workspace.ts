import type { Diagnostic } from '../../model/diagnostic.js';
import type { Disk, Ports } from '../../model/ports.js';
import type { Source } from '../../model/source.js';
import { readLastBuild, reuseLastBuild, requestKey, readInputStates, toSets } from '../cache/up-to-date.js';
import type { BuildOptions } from './options.js';
import type { Toolchain } from '../../model/ports.js';
import { changedPaths } from '../cache/file-states.js';
import { shareToolchain } from '../watch/shared-printer.js';
import type { WorkspaceBuild } from './workspace-build.js';

/**
 * Reads, checks and builds a workspace, or finds that nothing has changed since the last time and says again what was
 * found then. `shipped` holds the templates that come with the program; `asOf` is the day to which roll-ups count.
 */
export async function buildWorkspace(
  ports: Ports,
  shipped: Disk,
  toolchain: Toolchain,
  options: BuildOptions,
  asOf: string,
): Promise<WorkspaceBuild> {
  const request = requestKey(toolchain, options, asOf);
  const last = await readLastBuild(ports.out);
  const inputs = await readInputStates(ports.disk, shipped, last);
  const again = last && !options.force ? await reuseLastBuild(last, inputs, request, ports.out, toolchain) : null;
  const changed = last && changedPaths(last.inputs, inputs);
  if (again) {
    const { diagnostics, outcome } = again;
    return {
      kind: 'built',
      diagnostics,
      outcome,
      stale: [],
      changed,
      sources: await sourcesOf(diagnostics, ports.disk, shipped),
    };
  }
  const standing = shareToolchain(toolchain);
  // A browser takes half a second to start, which it can do while everything is read; mostly it needs the same faces again.
  const printed = last?.printing && options.formats.includes('pdf') ? toSets(last.printing.characters) : null;
  if (printed) await standing.warm(printed);
  try {
    // What follows is most of the program; a build that finds nothing to do never loads it.
    const { runFullBuild } = await import('./full-build.js');
    return await runFullBuild({ ports, shipped, tools: standing, options, asOf, last, inputs, request, changed });
  } finally {
    await standing.close();
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
