import { sha256 } from '../../runtime/digest.js';
import { PACKAGE_MANIFEST } from '../bag/bag.js';
import { dosTime, printDosTime } from '../zip/layout.js';
import { childrenNamed, textOf } from '../xml/node.js';
import type { XmlNode } from '../xml/node.js';
import { inspectBag } from './bag.js';
import { readContents } from './contents.js';
import type { Contents } from './contents.js';
import { failure } from './finding.js';
import type { Finding } from './finding.js';
import { inspectFormat } from './formats.js';
import type { Claims } from './claims.js';
import { inspectIndex } from './index-page.js';
import { LIMITS } from './limits.js';
import type { PackageLimits } from '../../model/ports.js';
import { compareClaims, inspectMetadata } from './metadata.js';
import { inspectSafety, isFatal } from './safety.js';
import { TreeError } from './file-tree.js';
import type { FileTree } from './file-tree.js';

/** The result of verification. */
export interface Verdict {
  /** The identifier of the package; empty if it states none. */
  readonly id: string;
  /** The digest that identifies the package in register and receipts; empty if its tag manifest cannot be read. */
  readonly digest: string;
  readonly date: string;
  readonly senders: readonly string[];
  readonly recipients: readonly string[];
  readonly items: number;
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly Finding[];
}

/**
 * Verifies a package by itself, without a workspace, in the four groups of DA/T 70. Findings are returned, never
 * thrown. `expected` is the digest from a register, a receipt or a signature; empty if there is none.
 */
export async function verifyPackage(tree: FileTree, expected = '', limits: PackageLimits = LIMITS): Promise<Verdict> {
  const safety = [...tree.findings, ...inspectSafety(tree, limits)];
  if (safety.some(isFatal)) return verdictOf(tree, null, null, safety);
  const contents = await readContents(tree);
  const bag = await inspectBag(tree, contents);
  const metadata = await inspectMetadata(tree, contents, bag.info);
  const formats = await inspectFormats(tree);
  const digest = await tree.read(PACKAGE_MANIFEST).then(sha256, () => '');
  const findings = [
    ...safety,
    ...contents.findings,
    ...bag.findings,
    ...metadata.findings,
    ...formats.findings,
    ...(metadata.root ? compareClaims(metadata.root, formats.claims) : []),
    ...(await inspectIndex(tree, metadata.root)),
    ...inspectTimes(tree, bag.info.get('Bagging-Date')?.[0] ?? ''),
    ...inspectDigest(digest, expected),
  ];
  return { ...verdictOf(tree, metadata.root, contents, findings), digest };
}

function verdictOf(
  tree: FileTree,
  root: XmlNode | null,
  contents: Contents | null,
  findings: readonly Finding[],
): Verdict {
  const head = root?.children[0];
  const names = (name: string): readonly string[] => (head ? childrenNamed(head, name).map(({ text }) => text) : []);
  return {
    id: (head && textOf(head, '标识')) ?? '',
    digest: '',
    date: (head && textOf(head, '日期')) ?? '',
    senders: names('报送单位'),
    recipients: names('报送机关'),
    items: root ? childrenNamed(root, '文件').length : 0,
    files: tree.entries.length,
    bytes: contents ? [...contents.sizes.values()].reduce((sum, bytes) => sum + bytes, 0) : 0,
    findings,
  };
}

async function inspectFormats(
  tree: FileTree,
): Promise<{ readonly claims: ReadonlyMap<string, Claims>; readonly findings: readonly Finding[] }> {
  const claims = new Map<string, Claims>();
  const findings: Finding[] = [];
  for (const { path, kind } of tree.entries) {
    if (kind !== 'file' || !path.startsWith('data/')) continue;
    const bytes = await readOrNull(tree, path);
    if (!bytes) continue;
    const reading = await inspectFormat(path, bytes);
    if (reading.claims) claims.set(path, reading.claims);
    findings.push(...reading.findings);
  }
  return { claims, findings };
}

/** Null if the file cannot be read, which has been reported already. */
async function readOrNull(tree: FileTree, path: string): Promise<Uint8Array | null> {
  try {
    return await tree.read(path);
  } catch (error) {
    if (error instanceof TreeError) return null;
    throw error;
  }
}

/** Checks that every entry of a ZIP has the package's date as its timestamp. */
function inspectTimes({ form, entries }: FileTree, date: string): readonly Finding[] {
  if (form !== 'zip' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return [];
  const wrong = entries.filter(({ time }) => time !== dosTime(date));
  const [first, ...others] = wrong;
  if (!first) return [];
  const more = others.length === 0 ? '' : `（另有 ${others.length} 个文件也是）`;
  return [
    failure(
      'FILE-REDATED',
      '真实性',
      first.path,
      `在 ZIP 里的时间是 ${printDosTime(first.time)}，应为做包日期 ${date}${more}；改过时间，或重新压缩过`,
    ),
  ];
}

function inspectDigest(digest: string, expected: string): readonly Finding[] {
  if (expected === '' || digest === expected) return [];
  return [
    failure('PACKAGE-DIGEST', '真实性', PACKAGE_MANIFEST, `包摘要是 ${digest}，应为 ${expected}：整包被换过或重做过`),
  ];
}

export function isSound({ findings }: Verdict): boolean {
  return !findings.some(({ severity }) => severity === 'error');
}
