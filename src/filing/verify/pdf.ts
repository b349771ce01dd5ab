import { readXml, XmlError } from '../xml/read.js';
import type { XmlNode } from '../xml/node.js';
import { localDate } from './docx.js';
import { doubt, failure } from './finding.js';
import type { Finding } from './finding.js';
import type { Claims, FormatReading } from './claims.js';
import { namePattern, objectsOf } from './pdf-objects.js';

/** Far above the size of any XMP packet. A larger packet is ignored. */
const MAX_PACKET_BYTES = 4 * 1024 * 1024;

/** Names of active content: scripts, actions and embedded files, which an archive copy must not contain. */
const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [namePattern('JavaScript', 'JS'), '脚本'],
  [namePattern('Launch'), '启动程序的动作'],
  [namePattern('RichMedia', 'Movie', 'Sound'), '多媒体'],
  [namePattern('EmbeddedFile', 'EmbeddedFiles'), '夹带的文件'],
  [namePattern('SubmitForm', 'ImportData'), '提交数据的动作'],
];

const ENCRYPT = namePattern('Encrypt');

/** Checks that a PDF is intact, claims PDF/A and meets basic requirements. Full validation needs a PDF/A validator. */
export function inspectPdf(path: string, bytes: Uint8Array): FormatReading {
  const text = new TextDecoder('latin1').decode(bytes);
  const framing = inspectFraming(path, text);
  if (framing.length > 0) return { claims: null, findings: framing };
  const objects = objectsOf(text, bytes);
  if (objects === null) {
    const message = '压缩的对象太多或展开后太大，可能是压缩炸弹，没有读';
    return { claims: null, findings: [failure('TOO-LARGE', '安全性', path, message)] };
  }
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

function inspectActive(path: string, objects: string): readonly Finding[] {
  const encrypted = ENCRYPT.test(objects) ? [failure('ENCRYPTED', '可用性', path, '加了密，将来可能打不开')] : [];
  const active = ACTIVE.filter(([pattern]) => pattern.test(objects)).map(([, label]) =>
    failure('ACTIVE-CONTENT', '安全性', path, `含有${label}`),
  );
  return [...encrypted, ...active];
}

/** Checks the requirements of PDF/A-2 that need no rendering of pages (ISO 19005-2, 6.2.3, 6.2.11.4, 6.6). */
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

/** The XMP packet, which PDF/A does not allow to be compressed; null if there is none. */
function packetOf(text: string): XmlNode | null {
  const start = text.lastIndexOf('<x:xmpmeta');
  const end = text.indexOf('</x:xmpmeta>', start);
  if (start < 0 || end < 0 || end - start > MAX_PACKET_BYTES) return null;
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

/** The text of the first element or attribute of a name. */
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
