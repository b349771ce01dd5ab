import { inflateBounded, ZipError } from '../zip/read.js';
import { readXml, XmlError } from '../xml/read.js';
import type { XmlNode } from '../xml/node.js';
import { localDate } from './docx.js';
import { doubt, failure } from './finding.js';
import type { Finding } from './finding.js';
import type { Claims, FormatReading } from './formats.js';

const MAX_OBJECT_BYTES = 64 * 1024 * 1024;
/** The header of zlib before raw deflate. */
const ZLIB_HEADER = 2;
const STREAM = /<<(?:(?!endobj)[^]){0,4000}?>>\s*stream\r?\n/g;

/** Entries by which a PDF runs something, fetches something or carries another file; an archive copy has none. */
const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/\/(?:JavaScript|JS)\b/, '脚本'],
  [/\/Launch\b/, '启动程序的动作'],
  [/\/(?:RichMedia|Movie|Sound)\b/, '多媒体'],
  [/\/EmbeddedFiles?\b/, '夹带的文件'],
  [/\/(?:SubmitForm|ImportData)\b/, '提交数据的动作'],
];

/** Whether a PDF is whole, claims PDF/A and looks like one. A full judgement needs a PDF/A validator. */
export function inspectPdf(path: string, bytes: Uint8Array): FormatReading {
  const text = new TextDecoder('latin1').decode(bytes);
  const framing = inspectFraming(path, text);
  if (framing.length > 0) return { claims: null, findings: framing };
  const objects = objectsOf(text, bytes);
  const packet = packetOf(text);
  const findings = [...inspectActive(path, objects), ...inspectArchival(path, objects, packet)];
  return { claims: claimsOf(packet, objects), findings };
}

function inspectFraming(path: string, text: string): readonly Finding[] {
  if (!/^%PDF-(1\.[4-7]|2\.0)/.test(text)) return [broken(path, '开头不是 PDF 的样子')];
  const tail = text.slice(-1024);
  const [, start = ''] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail) ?? [];
  if (start === '') return [broken(path, '结尾不是 PDF 的样子，文件不完整')];
  const at = text.slice(Number(start), Number(start) + 40);
  return /^(xref|\d+ \d+ obj)/.test(at) ? [] : [broken(path, '找不到对象表，文件已损坏')];
}

/** The dictionaries of a PDF as text: those that stand free, and those packed into object streams. */
function objectsOf(text: string, bytes: Uint8Array): string {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(STREAM)) {
    if (match.index < end) continue;
    const start = match.index + match[0].length;
    parts.push(text.slice(end, start));
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(match[0])?.[1] ?? 0);
    if (/\/ObjStm\b/.test(match[0])) parts.push(unpack(bytes.subarray(start, start + length)));
    end = start + length;
  }
  parts.push(text.slice(end));
  return parts.join('\n');
}

function unpack(packed: Uint8Array): string {
  try {
    const limit = Math.min(MAX_OBJECT_BYTES, Math.max(65_536, packed.length * 200));
    return new TextDecoder('latin1').decode(inflateBounded(packed.subarray(ZLIB_HEADER), limit));
  } catch (error) {
    if (error instanceof ZipError) return '';
    throw error;
  }
}

function inspectActive(path: string, objects: string): readonly Finding[] {
  const encrypted = /\/Encrypt\b/.test(objects) ? [failure('ENCRYPTED', '可用性', path, '加了密，将来可能打不开')] : [];
  const active = ACTIVE.filter(([pattern]) => pattern.test(objects)).map(([, label]) =>
    failure('ACTIVE-CONTENT', '安全性', path, `含有${label}`),
  );
  return [...encrypted, ...active];
}

/** What PDF/A-2 asks for and can be seen without drawing the pages (ISO 19005-2, 6.2.3, 6.2.11.4, 6.6). */
function inspectArchival(path: string, objects: string, packet: XmlNode | null): readonly Finding[] {
  const part = packet ? (findText(packet, 'pdfaid:part') ?? '') : '';
  if (part === '') return [failure('PDFA-UNCLAIMED', '可用性', path, '没有声明是 PDF/A（归档版式）')];
  const descriptors = count(objects, /\/Type\s*\/FontDescriptor\b/g);
  const embedded = count(objects, /\/FontFile[23]?\s+\d+/g);
  return [
    ...(/^[123]$/.test(part)
      ? []
      : [failure('PDFA-UNCLAIMED', '可用性', path, `声明的是 PDF/A-${part}，没有这个部分`)]),
    ...(/\/OutputIntents\b/.test(objects)
      ? []
      : [doubt('PDFA-DOUBTFUL', '可用性', path, '声明是 PDF/A，却没有输出意图')]),
    ...(embedded < descriptors ? [doubt('PDFA-DOUBTFUL', '可用性', path, '声明是 PDF/A，却有字体没有嵌入')] : []),
  ];
}

/** The XMP packet, which PDF/A keeps readable; null where there is none. */
function packetOf(text: string): XmlNode | null {
  const start = text.lastIndexOf('<x:xmpmeta');
  const end = text.indexOf('</x:xmpmeta>', start);
  if (start < 0 || end < 0) return null;
  try {
    const bytes = Uint8Array.from(text.slice(start, end + '</x:xmpmeta>'.length), (char) => char.charCodeAt(0));
    return readXml(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

function claimsOf(packet: XmlNode | null, objects: string): Claims | null {
  if (!packet) return null;
  const title = find(packet, 'dc:title');
  return {
    title: (title && findText(title, 'rdf:li')) ?? '',
    date: localDate(findText(packet, 'xmp:CreateDate') ?? ''),
    pages: count(objects, /\/Type\s*\/Page(?![A-Za-z])/g),
  };
}

function find(node: XmlNode, name: string): XmlNode | undefined {
  if (node.name === name) return node;
  for (const child of node.children) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

/** The text of the first element, or of the attribute, of that name. */
function findText(node: XmlNode, name: string): string | undefined {
  const attribute = node.attributes[name];
  if (attribute !== undefined) return attribute;
  if (node.name === name) return node.text;
  for (const child of node.children) {
    const found = findText(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function broken(path: string, message: string): Finding {
  return failure('PDF-BROKEN', '可用性', path, message);
}
