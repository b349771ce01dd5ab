import { bufferSource, readDirectory, readEntry, ZipError } from '../zip/read.js';
import type { ZipEntry } from '../zip/read.js';
import type { ByteSource } from '../../model/ports.js';
import { readXml, XmlError } from '../xml/read.js';
import type { XmlNode } from '../xml/node.js';
import { failure } from './finding.js';
import type { Finding } from './finding.js';
import type { Claims, FormatReading } from './claims.js';

const MAX_PARTS = 2000;
const MAX_PART_BYTES = 64 * 1024 * 1024;
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;
const REQUIRED_PARTS = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'] as const;

/** Checks that a DOCX is an intact ZIP with the required parts, well-formed XML and no active content. */
export async function inspectDocx(path: string, bytes: Uint8Array): Promise<FormatReading> {
  const source = bufferSource(bytes);
  const { entries, fault } = await readDirectory(source, MAX_PARTS);
  if (fault !== '') return { claims: null, findings: [broken(path, `不是完整的 DOCX：${fault}`)] };
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total > MAX_TOTAL_BYTES)
    return { claims: null, findings: [failure('TOO-LARGE', '安全性', path, '展开后太大，可能是压缩炸弹，没有读')] };
  const names = new Set(entries.map((entry) => entry.path));
  const parts = await readParts(path, source, entries);
  const findings = [
    ...REQUIRED_PARTS.filter((name) => !names.has(name)).map((name) => broken(path, `里面缺“${name}”`)),
    ...parts.findings,
    ...inspectActive(path, names, parts.external),
  ];
  return { claims: parts.claims, findings };
}

/**
 * Results of reading all parts. Parsed XML is not retained, since a small file can expand to more than fits in memory.
 */
interface Parts {
  readonly claims: Claims | null;
  /** Whether the document loads external content when it opens. */
  readonly external: boolean;
  readonly findings: readonly Finding[];
}

async function readParts(path: string, source: ByteSource, entries: readonly ZipEntry[]): Promise<Parts> {
  const findings: Finding[] = [];
  let claims: Claims | null = null;
  let external = false;
  for (const entry of entries) {
    try {
      const bytes = await readEntry(source, entry, MAX_PART_BYTES);
      if (!/\.(xml|rels)$/.test(entry.path)) continue;
      const root = readXml(decode(bytes));
      if (entry.path === 'docProps/core.xml') claims = claimsOf(root);
      if (entry.path.endsWith('.rels')) external ||= root.children.some(isLoadedOnOpen);
    } catch (error) {
      if (!(error instanceof ZipError || error instanceof XmlError)) throw error;
      findings.push(broken(path, `里面的“${entry.path}”${error.message}`));
    }
  }
  return { claims, external, findings };
}

function isLoadedOnOpen({ attributes }: XmlNode): boolean {
  return attributes['TargetMode'] === 'External' && !/hyperlink$/.test(attributes['Type'] ?? '');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlError('不是 UTF-8');
  }
}

/** Reports macros, embedded programs and external content that loads when the document opens. */
function inspectActive(path: string, names: ReadonlySet<string>, external: boolean): readonly Finding[] {
  const macro = [...names].some((name) => /vbaProject|activeX|\.bin$/i.test(name));
  return [
    ...(macro ? [failure('ACTIVE-CONTENT', '安全性', path, '含有宏或控件')] : []),
    ...(external ? [failure('EXTERNAL-CONTENT', '安全性', path, '打开时会到外面取内容')] : []),
  ];
}

function claimsOf(core: XmlNode): Claims {
  const text = (name: string): string => core.children.find((child) => child.name === name)?.text ?? '';
  return { title: text('dc:title'), date: localDate(text('dcterms:created')), pages: 0 };
}

/** The date in China (UTC+8) of a timestamp, as YYYY-MM-DD; empty if the timestamp is invalid. */
export function localDate(timestamp: string): string {
  const time = Date.parse(timestamp);
  if (Number.isNaN(time)) return '';
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
}

function broken(path: string, message: string): Finding {
  return failure('DOCX-BROKEN', '可用性', path, message);
}
