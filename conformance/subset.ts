import type { Artifact } from '../src/model/artifact.js';
import type { Built } from './judge.js';

/**
 * The files that slow validators get unless everything is asked for: every volume and, of every kind of document, the first
 * by path and the one with the most pages. Which these are depends on nothing but the build.
 */
export function subsetOf(built: Built): Built {
  const chosen = new Set([...byKind(built.artifacts).values()].flatMap(chooseOf));
  return { ...built, artifacts: built.artifacts.filter(({ path }) => chosen.has(stemOf(path))) };
}

/** Pages are counted in PDF alone. */
function byKind(artifacts: readonly Artifact[]): ReadonlyMap<string, readonly Artifact[]> {
  const kinds = new Map<string, Artifact[]>();
  for (const artifact of artifacts.filter(({ path }) => path.endsWith('.pdf')))
    kinds.set(artifact.kind, [...(kinds.get(artifact.kind) ?? []), artifact]);
  return kinds;
}

function chooseOf(documents: readonly Artifact[]): readonly string[] {
  const sorted = documents.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (sorted[0]?.kind === 'volume') return sorted.map(({ path }) => stemOf(path));
  const longest = sorted.toSorted((a, b) => b.pages - a.pages);
  return [sorted[0], longest[0]].flatMap((document) => (document ? [stemOf(document.path)] : []));
}

function stemOf(path: string): string {
  return path.replace(/\.\w+$/, '');
}
