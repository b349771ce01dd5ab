import { ALGORITHMS } from '../bag/digests.js';
import type { Algorithm } from '../../runtime/hash.js';
import type { Digests } from '../bag/digests.js';
import { TAG_MANIFESTS, manifestName, tagManifestName } from '../bag/manifest.js';
import type { Contents } from './contents.js';
import { failure } from './finding.js';
import type { Finding } from './finding.js';
import type { FileTree } from './file-tree.js';

/** The digests of one file in the manifests, and the manifests that list it. */
export type Expected = Partial<Digests> & { readonly listedIn: readonly string[] };

type ExpectedFiles = ReadonlyMap<string, Expected>;

/**
 * Compares the files with the manifests and classifies each difference by its most likely cause: a missing file and an
 * added file with the same content are a renamed file; two files with each other's content are swapped.
 */
export function compareFiles(expected: ExpectedFiles, contents: Contents, tree: FileTree): readonly Finding[] {
  const added = unlisted(expected, contents);
  const manifests = new Set([...expected.values()].flatMap(({ listedIn }) => listedIn));
  const present = new Set(tree.entries.map(({ path }) => path));
  const missing = [...expected.keys()].filter((path) => !present.has(path));
  const renames = new Map(missing.flatMap((path) => renameOf(path, expected, added, contents)));
  const renamedTo = new Set(renames.values());
  return [
    ...[...renames].map(([from, to]) => failure('FILE-RENAMED', '真实性', from, `被改名为“${to}”`)),
    ...missing.filter((path) => !renames.has(path)).map(missingFile),
    ...added.filter((path) => !renamedTo.has(path)).map((path) => addedFile(path, expected, contents)),
    ...[...expected].flatMap(([path, digests]) => changedFile(path, digests, expected, contents)),
    ...[...expected].flatMap(([path, digests]) => inspectListing(path, digests, manifests)),
  ];
}

function unlisted(expected: ExpectedFiles, { digests }: Contents): readonly string[] {
  return [...digests.keys()].filter((path) => !expected.has(path) && !TAG_MANIFESTS.has(path));
}

function renameOf(
  path: string,
  expected: ExpectedFiles,
  added: readonly string[],
  { digests }: Contents,
): readonly (readonly [string, string])[] {
  const to = added.find((other) => equals(expected.get(path), digests.get(other)));
  return to === undefined ? [] : [[path, to]];
}

function missingFile(path: string): Finding {
  return failure('FILE-MISSING', '完整性', path, '清单里有，包里没有');
}

function addedFile(path: string, expected: ExpectedFiles, contents: Contents): Finding {
  const original = [...expected].find(([, digests]) => equals(digests, contents.digests.get(path)))?.[0];
  const copy = original === undefined ? '' : `，内容与“${original}”相同`;
  return failure(
    'FILE-ADDED',
    path.startsWith('data/') ? '完整性' : '安全性',
    path,
    `清单里没有，是后来放进来的${copy}`,
  );
}

function changedFile(
  path: string,
  expected: Expected,
  all: ExpectedFiles,
  { digests, sizes }: Contents,
): readonly Finding[] {
  const actual = digests.get(path);
  if (!actual) return [];
  const wrong = ALGORITHMS.filter((name) => expected[name] !== undefined && expected[name] !== actual[name]);
  if (wrong.length === 0) return [];
  const owner = [...all].find(([other, others]) => other !== path && equals(others, actual))?.[0];
  if (owner !== undefined) return [failure('FILE-SWAPPED', '真实性', path, `内容是“${owner}”的，被调换或覆盖了`)];
  if (sizes.get(path) === 0) return [failure('FILE-CHANGED', '真实性', path, '内容被清空了')];
  if (wrong.length < ALGORITHMS.length && ALGORITHMS.every((name) => expected[name] !== undefined))
    return [failure('MANIFEST-DISAGREE', '真实性', path, `${wrong.join('、')} 校验码不符，另一种相符：清单被改动过`)];
  const mismatches = wrong.map((name) => `${name} 应为 ${short(expected[name])}，实际 ${short(actual[name])}`);
  return [failure('FILE-CHANGED', '真实性', path, `内容被改动过：${mismatches.join('；')}`)];
}

function short(digest: string | undefined): string {
  return `${(digest ?? '').slice(0, 12)}…`;
}

function equals(expected: Expected | undefined, actual: Digests | undefined): boolean {
  return expected !== undefined && actual !== undefined && ALGORITHMS.every((name) => expected[name] === actual[name]);
}

/** Checks that the manifest of every algorithm lists the file (RFC 8493, 2.1.3 and 2.2.1). */
function inspectListing(path: string, { listedIn }: Expected, manifests: ReadonlySet<string>): readonly Finding[] {
  const nameOf = path.startsWith('data/') ? manifestName : tagManifestName;
  return ALGORITHMS.map((algorithm: Algorithm) => nameOf(algorithm))
    .filter((name) => manifests.has(name) && !listedIn.includes(name))
    .map((name) => failure('MANIFEST-GAP', '完整性', name, `没有列出“${path}”`));
}
