import { metadataSchema } from '../metadata/schema.js';
import { validateMetadata } from '../metadata/validate.js';
import { CATALOGUE_HEADER } from '../metadata/catalogue.js';
import { childAt, childrenNamed, textOf } from '../xml/node.js';
import type { XmlNode } from '../xml/node.js';
import { readXml, XmlError } from '../xml/read.js';
import type { Info } from './bag.js';
import { readText } from './contents.js';
import type { Contents } from './contents.js';
import { failure } from './finding.js';
import type { Finding, Group } from './finding.js';
import { mediaTypeOf } from './formats.js';
import type { Claims } from './claims.js';
import type { FileTree } from './file-tree.js';

const METADATA = 'metadata/metadata.xml';
const SCHEMA = 'metadata/metadata.xsd';
export const CATALOGUE = 'data/归档文件目录.csv';
/** Before this no document of the People's Republic can be dated. */
const EARLIEST = '1949-10-01';

export interface MetadataReading {
  /** Null where there is none that can be read. */
  readonly root: XmlNode | null;
  readonly findings: readonly Finding[];
}

/** Metadata by schema and value domain, in themselves and against the bag and its files. */
export async function inspectMetadata(tree: FileTree, contents: Contents, info: Info): Promise<MetadataReading> {
  const text = await readText(tree, METADATA);
  if (text === null) return { root: null, findings: [failure('METADATA-MISSING', '完整性', METADATA, '没有元数据')] };
  const root = parse(text);
  if (typeof root === 'string')
    return { root: null, findings: [failure('METADATA-UNREADABLE', '可用性', METADATA, `元数据读不懂：${root}`)] };
  const faults = validateMetadata(root).map(({ place, message, missing }) =>
    failure('METADATA-SCHEMA', missing ? '完整性' : '真实性', METADATA, `${place}：${message}`),
  );
  const findings = [
    ...(await inspectSchema(tree)),
    ...faults,
    ...inspectHead(root, info),
    ...inspectNumbers(root),
    ...inspectDates(root),
    ...inspectFiles(root, contents),
    ...(await inspectCatalogue(tree, root)),
  ];
  return { root, findings };
}

function parse(text: string): XmlNode | string {
  try {
    return readXml(text);
  } catch (error) {
    if (error instanceof XmlError) return error.message;
    throw error;
  }
}

async function inspectSchema(tree: FileTree): Promise<readonly Finding[]> {
  const text = await readText(tree, SCHEMA);
  if (text === null) return [failure('SCHEMA-MISSING', '完整性', SCHEMA, '没有元数据的结构说明')];
  return text === metadataSchema() ? [] : [failure('SCHEMA-FOREIGN', '真实性', SCHEMA, '结构说明与本程序认的不同')];
}

/** The head of the metadata and `bag-info.txt` say the same. */
function inspectHead(root: XmlNode, info: Info): readonly Finding[] {
  const head = childAt(root, '包');
  if (!head) return [];
  const pairs = [
    ['标识', 'External-Identifier'],
    ['日期', 'Bagging-Date'],
  ] as const;
  const different = pairs.flatMap(([name, label]) => {
    const [said, noted] = [textOf(head, name), info.get(label)?.[0] ?? ''];
    return said === noted
      ? []
      : [failure('HEAD-DIFFERS', '真实性', 'bag-info.txt', `${label} 是“${noted}”，元数据里的${name}是“${said}”`)];
  });
  const count = childrenNamed(root, '文件').length;
  return String(count) === textOf(head, '件数')
    ? different
    : [
        ...different,
        failure('COUNT-DIFFERS', '完整性', METADATA, `写明 ${textOf(head, '件数')} 件，实际有 ${count} 件`),
      ];
}

/** Items run on from 1 without a gap, 件号 within each class without one, and no identifier stands twice. */
function inspectNumbers(root: XmlNode): readonly Finding[] {
  const items = childrenNamed(root, '文件');
  const gaps = items.flatMap((item, index) => {
    const [no, expected] = [textOf(item, '序号'), String(index + 1)];
    return no === expected
      ? []
      : [failure('NUMBER-BROKEN', '完整性', METADATA, `第 ${index + 1} 件的序号是“${no}”，应为 ${expected}`)];
  });
  const names = items.map((item) => textOf(item, '电子文件号'));
  const archiveNumbers = items.map((item) => textOf(item, '档号', '编号')).filter((text) => text !== '');
  return [...gaps, ...inspectClasses(archiveNumbers), ...twice('电子文件号', names), ...twice('档号', archiveNumbers)];
}

/** 件号 is counted within its class: what stands before it in 档号 (DA/T 22-2015, 5.4.3). */
function inspectClasses(numbers: readonly string[]): readonly Finding[] {
  const last = new Map<string, number>();
  return numbers.flatMap((number) => {
    const [, name = '', no = ''] = /^(.*-)(\d{4})$/.exec(number) ?? [];
    const before = last.get(name);
    last.set(name, Number(no));
    return name !== '' && (before === undefined || Number(no) === before + 1)
      ? []
      : [failure('NUMBER-BROKEN', '完整性', METADATA, `档号“${number}”与前一件不相连`)];
  });
}

function twice(label: string, names: readonly string[]): readonly Finding[] {
  const seen = new Set<string>();
  const repeated = names.filter((name) => seen.size === seen.add(name).size);
  return repeated.map((name) => failure('NUMBER-TWICE', '真实性', METADATA, `${label}“${name}”用了两次`));
}

/** No document is younger than its package, and nothing was done to it after the package was made. */
function inspectDates(root: XmlNode): readonly Finding[] {
  const made = textOf(root, '包', '日期');
  return childrenNamed(root, '文件').flatMap((item, index) => {
    const place = `第 ${index + 1} 件“${textOf(item, '内容描述', '题名')}”`;
    const written = textOf(item, '内容描述', '日期');
    const acts = childrenNamed(childAt(item, '业务实体') ?? item, '业务行为');
    return [
      ...(written < EARLIEST || written > made ? [dateFault(`${place}的日期是 ${written}，做包日期是 ${made}`)] : []),
      ...acts
        .filter((act) => textOf(act, '日期') > made)
        .map((act) => dateFault(`${place}在做包（${made}）以后的 ${textOf(act, '日期')} 才${textOf(act, '行为')}`)),
    ];
  });
}

function dateFault(message: string): Finding {
  return failure('DATE-IMPLAUSIBLE', '真实性', METADATA, message);
}

/** Every payload file is described once, with the size and digest that it has. */
function inspectFiles(root: XmlNode, { sizes, digests }: Contents): readonly Finding[] {
  const records = fileRecords(root);
  const described = new Set(records.map((record) => textOf(record, '计算机文件名')));
  const orphans = [...sizes.keys()].filter((path) => path.startsWith('data/') && !described.has(path));
  return [
    ...orphans.map((path) => failure('FILE-UNDESCRIBED', '完整性', path, '元数据里没有写这个文件')),
    ...records.flatMap((record) => inspectRecord(record, sizes, digests)),
    ...twice(
      '计算机文件名',
      records.map((record) => textOf(record, '计算机文件名')),
    ),
  ];
}

function inspectRecord(record: XmlNode, sizes: Contents['sizes'], digests: Contents['digests']): readonly Finding[] {
  const path = textOf(record, '计算机文件名');
  const size = sizes.get(path);
  const wrong = (message: string, group: Group = '真实性'): Finding => failure('FILE-ATTRIBUTE', group, path, message);
  if (size === undefined) return [wrong('元数据里写了，包里没有', '完整性')];
  const noted = textOf(record, '大小');
  const shorter = size < Number(noted) ? '，被截短了' : '';
  return [
    ...(String(size) === noted ? [] : [wrong(`元数据里写的大小是 ${noted} 字节，实际 ${size} 字节${shorter}`)]),
    ...(digests.get(path)?.sha256 === textOf(record, '校验码') ? [] : [wrong('校验码与元数据里写的不同')]),
    ...(textOf(record, 'MIME') === mediaTypeOf(path)
      ? []
      : [wrong(`元数据里写的类型“${textOf(record, 'MIME')}”与文件名不符`)]),
  ];
}

/** Every 计算机文件 of the metadata, of the package and of its 件. */
function fileRecords(root: XmlNode): readonly XmlNode[] {
  const package_ = childAt(root, '随包文件');
  const items = childrenNamed(root, '文件').map((item) => childAt(item, '电子属性'));
  return [package_, ...items].flatMap((node) => (node ? childrenNamed(node, '计算机文件') : []));
}

/** The catalogue that people read and the metadata that programs read list the same documents. */
async function inspectCatalogue(tree: FileTree, root: XmlNode): Promise<readonly Finding[]> {
  const text = await readText(tree, CATALOGUE);
  if (text === null) return [failure('CATALOGUE-MISSING', '完整性', CATALOGUE, '没有归档文件目录')];
  const [header, ...rows] = text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1);
  if (header !== CATALOGUE_HEADER.join(','))
    return [failure('CATALOGUE-DIFFERS', '真实性', CATALOGUE, `表头应为“${CATALOGUE_HEADER.join('、')}”`)];
  const items = childrenNamed(root, '文件');
  const count =
    rows.length === items.length
      ? []
      : [failure('CATALOGUE-DIFFERS', '完整性', CATALOGUE, `目录有 ${rows.length} 条，元数据有 ${items.length} 件`)];
  const wrong = items.flatMap((item, index) => {
    const row = rows[index] ?? '';
    const facts = [textOf(item, '内容描述', '题名'), textOf(item, '内容描述', '日期').replaceAll('-', '')];
    return row === '' || facts.every((fact) => row.includes(fact.replaceAll('"', '""')))
      ? []
      : [failure('CATALOGUE-DIFFERS', '真实性', CATALOGUE, `第 ${index + 1} 条与元数据不同`)];
  });
  return [...count, ...wrong];
}

/** Title, date and pages that a file states of itself are those of its 件. */
export function compareClaims(root: XmlNode, claims: ReadonlyMap<string, Claims>): readonly Finding[] {
  return childrenNamed(root, '文件').flatMap((item) => {
    if (textOf(item, '形式特征', '稿本') === '草稿') return [];
    const records = childrenNamed(childAt(item, '电子属性') ?? item, '计算机文件');
    const own = records.filter((record) => ['版式文件', '流转文件'].includes(textOf(record, '角色')));
    return own.flatMap((record) => {
      const path = textOf(record, '计算机文件名');
      const claim = claims.get(path);
      return claim ? compareClaim(item, path, claim) : [];
    });
  });
}

function compareClaim(item: XmlNode, path: string, { title, date, pages }: Claims): readonly Finding[] {
  const differs = (label: string, found: string, expected: string): readonly Finding[] =>
    found === '' || found === expected
      ? []
      : [failure('CLAIM-DIFFERS', '真实性', path, `文件自述的${label}是“${found}”，元数据里是“${expected}”`)];
  return [
    ...differs('题名', title, textOf(item, '内容描述', '题名')),
    ...differs('日期', date, textOf(item, '内容描述', '日期')),
    ...differs('页数', pages === 0 ? '' : String(pages), textOf(item, '形式特征', '页数')),
  ];
}
