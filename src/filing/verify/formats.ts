import { inspectDocx } from './docx.js';
import { doubt, failure } from './finding.js';
import type { Finding } from './finding.js';
import { inspectPdf } from './pdf.js';
import type { FormatReading } from './claims.js';

type Inspect = (path: string, bytes: Uint8Array) => FormatReading | Promise<FormatReading>;

interface Format {
  readonly mediaType: string;
  readonly inspect: Inspect;
}

/** Formats that a package may contain (circulated archive practice: fixed layout, DOCX, images, plain text). */
const FORMATS: Readonly<Record<string, Format>> = {
  pdf: { mediaType: 'application/pdf', inspect: inspectPdf },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', inspect: inspectDocx },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    inspect: startsWith('504b0304'),
  },
  ofd: { mediaType: 'application/ofd', inspect: startsWith('504b0304') },
  md: { mediaType: 'text/markdown', inspect: inspectText },
  csv: { mediaType: 'text/csv', inspect: inspectText },
  txt: { mediaType: 'text/plain', inspect: inspectText },
  png: { mediaType: 'image/png', inspect: startsWith('89504e470d0a1a0a') },
  jpg: { mediaType: 'image/jpeg', inspect: startsWith('ffd8ff') },
  jpeg: { mediaType: 'image/jpeg', inspect: startsWith('ffd8ff') },
  tif: { mediaType: 'image/tiff', inspect: startsWith('49492a00', '4d4d002a') },
  tiff: { mediaType: 'image/tiff', inspect: startsWith('49492a00', '4d4d002a') },
};

/** Magic numbers of executables, which are checked regardless of the file name. */
const EXECUTABLE_MAGICS: readonly string[] = ['4d5a', '7f454c46', '2321', 'cafebabe', 'feedface', 'cffaedfe'];

export function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The media type of a file, by its extension. */
export function mediaTypeOf(path: string): string {
  return FORMATS[extensionOf(path)]?.mediaType ?? 'application/octet-stream';
}

/** Checks that a payload file is intact, matches its extension and contains nothing executable. */
export async function inspectFormat(path: string, bytes: Uint8Array): Promise<FormatReading> {
  const format = FORMATS[extensionOf(path)];
  const hex = toHex(bytes.subarray(0, 8));
  if (EXECUTABLE_MAGICS.some((magic) => hex.startsWith(magic)))
    return readingWith(failure('PROGRAM', '安全性', path, '是可以运行的程序，归档包里不应有'));
  if (!format) return readingWith(doubt('FORMAT-UNKNOWN', '可用性', path, '格式不在归档常用格式之内，将来可能打不开'));
  if (bytes.length === 0) return readingWith(failure('FILE-EMPTY', '可用性', path, '是空文件'));
  return format.inspect(path, bytes);
}

function startsWith(...magics: readonly string[]): Inspect {
  return (path, bytes) => {
    const hex = toHex(bytes.subarray(0, 8));
    return magics.some((magic) => hex.startsWith(magic))
      ? { claims: null, findings: [] }
      : readingWith(
          failure('FORMAT-FALSE', '可用性', path, `开头不是 ${extensionOf(path).toUpperCase()} 的样子，名不副实`),
        );
  };
}

function inspectText(path: string, bytes: Uint8Array): FormatReading {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return readingWith(failure('FORMAT-FALSE', '可用性', path, '不是 UTF-8 文字'));
  }
  return bytes.includes(0)
    ? readingWith(failure('FORMAT-FALSE', '可用性', path, '应是文字，却含有二进制内容'))
    : { claims: null, findings: [] };
}

function readingWith(...findings: readonly Finding[]): FormatReading {
  return { claims: null, findings };
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
