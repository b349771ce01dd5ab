import { digestsOf } from '../bag/digests.js';
import type { Digests } from '../bag/digests.js';
import { TreeError } from './file-tree.js';
import type { FileTree } from './file-tree.js';
import { failure } from './finding.js';
import type { Finding } from './finding.js';

/** Size and digests of each file in a package. */
export interface Contents {
  readonly sizes: ReadonlyMap<string, number>;
  readonly digests: ReadonlyMap<string, Digests>;
  readonly findings: readonly Finding[];
}

/** Reads every file, one at a time, so that memory holds only one file. */
export async function readContents(tree: FileTree): Promise<Contents> {
  const sizes = new Map<string, number>();
  const digests = new Map<string, Digests>();
  const findings: Finding[] = [];
  for (const { path, kind } of tree.entries) {
    if (kind !== 'file') continue;
    try {
      const bytes = await tree.read(path);
      sizes.set(path, bytes.length);
      digests.set(path, digestsOf(bytes));
    } catch (error) {
      if (!(error instanceof TreeError)) throw error;
      findings.push(failure('FILE-UNREADABLE', '可用性', path, `打不开：${error.message}`));
    }
  }
  return { sizes, digests, findings };
}

/** Reads a text file of the package; null if it is missing or not UTF-8. */
export async function readText(tree: FileTree, path: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await tree.read(path));
  } catch (error) {
    if (error instanceof TreeError || error instanceof TypeError) return null;
    throw error;
  }
}
