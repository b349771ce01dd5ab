import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Artifact } from '../src/model/artifact.js';

/** The result of the last build. */
export interface Built {
  /** Absolute path of the output folder. */
  readonly folder: string;
  readonly artifacts: readonly Artifact[];
}

/** One line of the table: the requirement, the result, and every violation. */
export interface Row {
  readonly name: string;
  readonly bar: string;
  readonly found: string;
  readonly met: boolean;
  readonly findings: readonly string[];
}

/** A validator of the built files. */
export interface Judge {
  /** The names of its rows. */
  readonly names: readonly string[];
  /** The format of the files that it validates one by one; null if it validates specimens of its own. */
  readonly format: 'docx' | 'pdf' | null;
  /** Takes seconds per document, and validates a subset unless everything is asked for. */
  readonly slow: boolean;
  /** The requirement that this machine lacks, as a Chinese message; null if there is none. */
  readonly missing: () => Promise<string | null>;
  readonly judge: (built: Built) => Promise<readonly Row[]>;
}

/** Reads the manifest of a build; null if nothing was built. */
export async function readBuilt(folder: string): Promise<Built | null> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { artifacts } = JSON.parse(text) as { readonly artifacts: readonly Artifact[] };
  return artifacts.length === 0 ? null : { folder, artifacts };
}

/** Absolute paths of the files of one format, by its extension. */
export function pathsOf(built: Built, extension: string): readonly string[] {
  const files = built.artifacts.filter(({ path }) => path.endsWith(`.${extension}`));
  return files.map(({ path }) => join(built.folder, path));
}

/** A row for a requirement on every file; `findings` lists the violations. */
export function allMustPass(name: string, passed: number, total: number, findings: readonly string[]): Row {
  return { name, bar: '全部', found: `${passed}/${total}`, met: total > 0 && passed === total, findings };
}
