import { DECLARATION } from '../bag/bag.js';
import { ALGORITHMS } from '../bag/digests.js';
import type { Algorithm } from '../../runtime/hash.js';
import { TAG_MANIFESTS, manifestName, readManifest, tagManifestName } from '../bag/manifest.js';
import { isCalendarDate } from '../../campaign/dates.js';
import { readText } from './contents.js';
import type { Contents } from './contents.js';
import { failure } from './finding.js';
import type { Finding } from './finding.js';
import { compareFiles } from './fixity.js';
import type { Expected } from './fixity.js';
import type { FileTree } from './file-tree.js';

/** `bag-info.txt` by label; a label may occur more than once. */
export type BagInfoMap = ReadonlyMap<string, readonly string[]>;

export interface BagReading {
  readonly info: BagInfoMap;
  readonly findings: readonly Finding[];
}

/** Checks that a package is a complete and valid bag (RFC 8493, section 3). Findings name the file concerned. */
export async function inspectBag(tree: FileTree, contents: Contents): Promise<BagReading> {
  const info = parseInfo((await readText(tree, 'bag-info.txt')) ?? '');
  const payload = await readManifests(tree, manifestName, (path) => path.startsWith('data/'));
  const tags = await readManifests(tree, tagManifestName, (path) => !path.startsWith('data/'));
  const expected = merge([...payload.expected, ...tags.expected]);
  const findings = [
    ...(await inspectDeclaration(tree)),
    ...payload.findings,
    ...tags.findings,
    ...compareFiles(expected, contents, tree),
    ...inspectInfo(info, contents, tree),
    ...inspectFetch(tree),
  ];
  return { info, findings };
}

async function inspectDeclaration(tree: FileTree): Promise<readonly Finding[]> {
  const text = await readText(tree, 'bagit.txt');
  if (text === null) return [failure('BAGIT-MISSING', '完整性', 'bagit.txt', '没有这个文件，这不是 BagIt 归档包')];
  if (text === DECLARATION) return [];
  return [failure('BAGIT-DECLARATION', '真实性', 'bagit.txt', '内容与 BagIt 1.0 规定的两行不同')];
}

interface ManifestReading {
  readonly expected: readonly (readonly [string, Expected])[];
  readonly findings: readonly Finding[];
}

async function readManifests(
  tree: FileTree,
  nameOf: (algorithm: Algorithm) => string,
  belongs: (path: string) => boolean,
): Promise<ManifestReading> {
  const findings: Finding[] = [];
  const expected: (readonly [string, Expected])[] = [];
  for (const algorithm of ALGORITHMS) {
    const name = nameOf(algorithm);
    const text = await readText(tree, name);
    if (text === null) {
      findings.push(failure('MANIFEST-MISSING', '完整性', name, '没有这份清单，或者不是 UTF-8 文字'));
      continue;
    }
    const { lines, faults } = readManifest(text, algorithm);
    findings.push(...faults.map((line) => failure('MANIFEST-LINE', '真实性', name, `第 ${line} 行不是“校验码 路径”`)));
    findings.push(...inspectLines(name, lines, belongs));
    expected.push(...lines.map(({ path, digest }) => [path, { [algorithm]: digest, listedIn: [name] }] as const));
  }
  return { expected, findings };
}

function inspectLines(
  name: string,
  lines: readonly { readonly path: string }[],
  belongs: (path: string) => boolean,
): readonly Finding[] {
  const paths = lines.map(({ path }) => path);
  const seen = new Set<string>();
  const duplicates = paths.filter((path) => seen.size === seen.add(path).size);
  return [
    ...duplicates.map((path) => failure('MANIFEST-TWICE', '真实性', name, `“${path}”列了两次`)),
    ...paths
      .filter((path) => !belongs(path) || TAG_MANIFESTS.has(path))
      .map((path) => failure('MANIFEST-STRAY', '真实性', name, `“${path}”不该列在这份清单里`)),
  ];
}

function merge(lines: readonly (readonly [string, Expected])[]): ReadonlyMap<string, Expected> {
  const merged = new Map<string, Expected>();
  for (const [path, expected] of lines) {
    const earlier = merged.get(path);
    merged.set(path, { ...earlier, ...expected, listedIn: [...(earlier?.listedIn ?? []), ...expected.listedIn] });
  }
  return merged;
}

function parseInfo(text: string): BagInfoMap {
  const info = new Map<string, string[]>();
  let last: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, label, value] = /^([^\s:][^:]*):[ \t]*(.*)$/.exec(line) ?? [];
    if (label !== undefined) info.set(label, (last = [...(info.get(label) ?? []), value ?? '']));
    else if (/^[ \t]/.test(line) && last.length > 0) last.push(`${last.pop() ?? ''} ${line.trim()}`);
  }
  return info;
}

function inspectInfo(info: BagInfoMap, contents: Contents, tree: FileTree): readonly Finding[] {
  const [oxum, ...more] = info.get('Payload-Oxum') ?? [];
  const payload = [...contents.sizes].filter(([path]) => path.startsWith('data/'));
  const actual = `${payload.reduce((sum, [, bytes]) => sum + bytes, 0)}.${payload.length}`;
  const oxumFault =
    oxum === undefined || more.length > 0 || oxum !== actual
      ? [failure('OXUM', '完整性', 'bag-info.txt', `写明内容共“${oxum ?? ''}”（字节数.文件数），实际是“${actual}”`)]
      : [];
  const date = info.get('Bagging-Date')?.[0] ?? '';
  const dateFault = isCalendarDate(date)
    ? []
    : [failure('BAGGING-DATE', '真实性', 'bag-info.txt', `做包日期“${date}”不是日历上有的日期`)];
  return [...oxumFault, ...dateFault, ...inspectRoot(info, tree)];
}

/** Checks the root folder of a ZIP. A folder may have been renamed when it was copied, so its name is not checked. */
function inspectRoot(info: BagInfoMap, { form, root }: FileTree): readonly Finding[] {
  const id = info.get('External-Identifier')?.[0] ?? '';
  if (id === '') return [failure('BAG-IDENTIFIER', '完整性', 'bag-info.txt', '没有写包的标识（External-Identifier）')];
  if (form === 'folder' || root === id) return [];
  return [failure('ZIP-ROOT', '真实性', '', `ZIP 里的文件夹叫“${root}”，包的标识是“${id}”`)];
}

/** Rejects `fetch.txt`: a package must be complete, and verification uses no network. */
function inspectFetch({ entries }: FileTree): readonly Finding[] {
  return entries.some(({ path }) => path === 'fetch.txt')
    ? [failure('FETCH', '完整性', 'fetch.txt', '有的内容要从网上另取，归档包应当自身完整')]
    : [];
}
