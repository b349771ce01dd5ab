import { metadataSchema } from '../metadata/schema.js';
import { validateMetadata } from '../metadata/validate.js';
import { CATALOGUE_HEADER } from '../metadata/catalogue.js';
import { childAt, childrenNamed, textOf } from '../xml/node.js';
import type { XmlNode } from '../xml/node.js';
import { readXml, XmlError } from '../xml/read.js';
import type { BagInfoMap } from './bag.js';
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
/** The earliest possible date of a document of the People's Republic. */
const EARLIEST_DATE = '1949-10-01';

export interface MetadataReading {
  /** Null if it is missing or not well-formed. */
  readonly root: XmlNode | null;
  readonly findings: readonly Finding[];
}

/** Checks the metadata: against the schema, for internal consistency, and against the bag and its files. */
export async function inspectMetadata(tree: FileTree, contents: Contents, info: BagInfoMap): Promise<MetadataReading> {
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

/** Checks that the head of the metadata agrees with `bag-info.txt`. */
function inspectHead(root: XmlNode, info: BagInfoMap): readonly Finding[] {
  const head = childAt(root, '包');
  if (!head) return [];
  const pairs = [
    ['标识', 'External-Identifier'],
    ['日期', 'Bagging-Date'],
  ] as const;
  const different = pairs.flatMap(([name, label]) => {
    const [inMetadata, inBagInfo] = [textOf(head, name), info.get(label)?.[0] ?? ''];
    return inMetadata === inBagInfo
      ? []
      : [
          failure(
            'HEAD-DIFFERS',
            '真实性',
            'bag-info.txt',
            `${label} 是“${inBagInfo}”，元数据里的${name}是“${inMetadata}”`,
          ),
        ];
  });
  const count = childrenNamed(root, '文件').length;
  return String(count) === textOf(head, '件数')
    ? different
    : [
        ...different,
        failure('COUNT-DIFFERS', '完整性', METADATA, `写明 ${textOf(head, '件数')} 件，实际有 ${count} 件`),
      ];
}

/** Checks that item numbers are consecutive from 1, 件号 are consecutive within a class, and identifiers are unique. */
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
  return [
    ...gaps,
    ...inspectClasses(archiveNumbers),
    ...duplicates('电子文件号', names),
    ...duplicates('档号', archiveNumbers),
  ];
}

/** Checks that 件号 are consecutive within their class, which is the part of 档号 before it (DA/T 22-2015, 5.4.3). */
function inspectClasses(numbers: readonly string[]): readonly Finding[] {
  const last = new Map<string, number>();
  return numbers.flatMap((number) => {
    const [, name = '', no = ''] = /^(.*-)(\d{4})$/.exec(number) ?? [];
    const previous = last.get(name);
    last.set(name, Number(no));
    return name !== '' && (previous === undefined || Number(no) === previous + 1)
      ? []
      : [failure('NUMBER-BROKEN', '完整性', METADATA, `档号“${number}”与前一件不相连`)];
  });
}

function duplicates(label: string, names: readonly string[]): readonly Finding[] {
  const seen = new Set<string>();
  const repeated = names.filter((name) => seen.size === seen.add(name).size);
  return repeated.map((name) => failure('NUMBER-TWICE', '真实性', METADATA, `${label}“${name}”用了两次`));
}

/** Checks that no document and no act on it has a later date than the package. */
function inspectDates(root: XmlNode): readonly Finding[] {
  const packagedOn = textOf(root, '包', '日期');
  return childrenNamed(root, '文件').flatMap((item, index) => {
    const place = `第 ${index + 1} 件“${textOf(item, '内容描述', '题名')}”`;
    const documentDate = textOf(item, '内容描述', '日期');
    const acts = childrenNamed(childAt(item, '业务实体') ?? item, '业务行为');
    return [
      ...(documentDate < EARLIEST_DATE || documentDate > packagedOn
        ? [dateFault(`${place}的日期是 ${documentDate}，做包日期是 ${packagedOn}`)]
        : []),
      ...acts
        .filter((act) => textOf(act, '日期') > packagedOn)
        .map((act) =>
          dateFault(`${place}在做包（${packagedOn}）以后的 ${textOf(act, '日期')} 才${textOf(act, '行为')}`),
        ),
    ];
  });
}

function dateFault(message: string): Finding {
  return failure('DATE-IMPLAUSIBLE', '真实性', METADATA, message);
}

/** Checks that every payload file is described once, with its actual size and digest. */
function inspectFiles(root: XmlNode, { sizes, digests }: Contents): readonly Finding[] {
  const records = fileRecords(root);
  const described = new Set(records.map((record) => textOf(record, '计算机文件名')));
  const orphans = [...sizes.keys()].filter((path) => path.startsWith('data/') && !described.has(path));
  return [
    ...orphans.map((path) => failure('FILE-UNDESCRIBED', '完整性', path, '元数据里没有写这个文件')),
    ...records.flatMap((record) => inspectRecord(record, sizes, digests)),
    ...duplicates(
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
  const recordedSize = textOf(record, '大小');
  const truncated = size < Number(recordedSize) ? '，被截短了' : '';
  return [
    ...(String(size) === recordedSize
      ? []
      : [wrong(`元数据里写的大小是 ${recordedSize} 字节，实际 ${size} 字节${truncated}`)]),
    ...(digests.get(path)?.sha256 === textOf(record, '校验码') ? [] : [wrong('校验码与元数据里写的不同')]),
    ...(textOf(record, 'MIME') === mediaTypeOf(path)
      ? []
      : [wrong(`元数据里写的类型“${textOf(record, 'MIME')}”与文件名不符`)]),
  ];
}

/** All 计算机文件 elements: those of the package and those of its 件. */
function fileRecords(root: XmlNode): readonly XmlNode[] {
  const package_ = childAt(root, '随包文件');
  const items = childrenNamed(root, '文件').map((item) => childAt(item, '电子属性'));
  return [package_, ...items].flatMap((node) => (node ? childrenNamed(node, '计算机文件') : []));
}

/** Checks that the catalogue lists the same documents as the metadata. */
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

/** Checks that the title, date and page count that a file states match its 件. */
export function compareClaims(root: XmlNode, claims: ReadonlyMap<string, Claims>): readonly Finding[] {
  return childrenNamed(root, '文件').flatMap((item) => {
    if (textOf(item, '形式特征', '稿本') === '草稿') return [];
    const records = childrenNamed(childAt(item, '电子属性') ?? item, '计算机文件');
    const renditions = records.filter((record) => ['版式文件', '流转文件'].includes(textOf(record, '角色')));
    return renditions.flatMap((record) => {
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
