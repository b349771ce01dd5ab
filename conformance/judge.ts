import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Artifact, Format } from '../src/model/artifact.js';

/** Everything that the last build left in its out folder. */
export interface Built {
  /** Absolute path of the out folder. */
  readonly folder: string;
  readonly artifacts: readonly Artifact[];
}

/** One line of the table: what was asked, what was found, and every place where it was not so. */
export interface Row {
  readonly name: string;
  readonly bar: string;
  readonly found: string;
  readonly met: boolean;
  readonly findings: readonly string[];
}

/** A program or a measure that looks at what was built. */
export interface Judge {
  /** The rows that it fills. */
  readonly names: readonly string[];
  /** The files that it judges one by one; null where it judges specimens of its own. */
  readonly format: Format | null;
  /** It takes seconds a document, and is shown some of each kind unless everything is asked for. */
  readonly dear: boolean;
  /** What this machine lacks for it, in Chinese; null where nothing does. */
  readonly missing: () => Promise<string | null>;
  readonly judge: (built: Built) => Promise<readonly Row[]>;
}

/** Reads the manifest of a build; null where nothing was built. */
export async function readBuilt(folder: string): Promise<Built | null> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { artifacts } = JSON.parse(text) as { readonly artifacts: readonly Artifact[] };
  return artifacts.length === 0 ? null : { folder, artifacts };
}

/** Absolute paths of the files of one format. */
export function pathsOf(built: Built, format: Format): readonly string[] {
  const files = built.artifacts.filter(({ path }) => path.endsWith(`.${format}`));
  return files.map(({ path }) => join(built.folder, path));
}

/** A row for a bar that every file must meet; `findings` holds what was found in those that do not. */
export function allMustPass(name: string, passed: number, total: number, findings: readonly string[]): Row {
  return { name, bar: '全部', found: `${passed}/${total}`, met: total > 0 && passed === total, findings };
}
