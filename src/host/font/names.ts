/** The names of a face: all family names and full names, in every language, and its PostScript name. */
export interface FaceNames {
  readonly families: readonly string[];
  readonly fulls: readonly string[];
  readonly postscript: string;
}

interface NameRecord {
  readonly platform: number;
  readonly encoding: number;
  readonly language: number;
  readonly id: number;
  readonly bytes: Buffer;
}

const COPYRIGHT = 0;
const FAMILY = 1;
const SUBFAMILY = 2;
const UNIQUE = 3;
const FULL = 4;
const VERSION = 5;
const POSTSCRIPT = 6;
const TRADEMARK = 7;
const LICENSE = 13;
const LICENSE_URL = 14;
const TYPOGRAPHIC_FAMILY = 16;

const MACINTOSH = 1;
const WINDOWS = 3;
const UNICODE_BMP = 1;
const ENGLISH = 0x0409;

/** Reads a `name` table. */
export function readNames(name: Buffer): FaceNames {
  const records = readRecords(name);
  const texts = (...ids: readonly number[]): readonly string[] => [
    ...new Set(
      records
        .filter((record) => ids.includes(record.id))
        .map(decode)
        .filter((text) => text !== ''),
    ),
  ];
  return {
    families: texts(FAMILY, TYPOGRAPHIC_FAMILY),
    fulls: texts(FULL),
    postscript: texts(POSTSCRIPT)[0] ?? '',
  };
}

/**
 * Writes a `name` table with another family name. The PostScript name, which appears in PDFs, and the copyright and
 * licence entries are retained.
 */
export function withFamily(name: Buffer, family: string): Buffer {
  const records = readRecords(name);
  const retained = [COPYRIGHT, VERSION, TRADEMARK, LICENSE, LICENSE_URL].flatMap((id) => {
    const record = records.find((candidate) => candidate.id === id && candidate.platform === WINDOWS);
    return record === undefined ? [] : [{ ...record, encoding: UNICODE_BMP, language: ENGLISH }];
  });
  const postscript = readNames(name).postscript.replace(/[^!-~]|[[\](){}<>/%]/g, '') || family.replaceAll(' ', '-');
  const newNames: readonly (readonly [number, string])[] = [
    [FAMILY, family],
    [SUBFAMILY, 'Regular'],
    [UNIQUE, `${family} ${postscript}`],
    [FULL, family],
    [POSTSCRIPT, postscript],
  ];
  return writeRecords(
    [...retained, ...newNames.map(([id, text]) => windowsRecord(id, text))].sort((a, b) => a.id - b.id),
  );
}

function windowsRecord(id: number, text: string): NameRecord {
  const bytes = Buffer.from(text, 'utf16le').swap16();
  return { platform: WINDOWS, encoding: UNICODE_BMP, language: ENGLISH, id, bytes };
}

function readRecords(name: Buffer): readonly NameRecord[] {
  const count = name.readUInt16BE(2);
  const strings = name.readUInt16BE(4);
  return Array.from({ length: count }, (_, index): NameRecord => {
    const at = 6 + 12 * index;
    const start = strings + name.readUInt16BE(at + 10);
    return {
      platform: name.readUInt16BE(at),
      encoding: name.readUInt16BE(at + 2),
      language: name.readUInt16BE(at + 4),
      id: name.readUInt16BE(at + 6),
      bytes: name.subarray(start, start + name.readUInt16BE(at + 8)),
    };
  });
}

const MAC_ROMAN = 0;
const MAC_SIMPLIFIED_CHINESE = 25;
const WINDOWS_PRC = 3;

/** Decodes a name. Old Chinese faces use GBK (Macintosh 25, Windows 3). Empty for other encodings. */
function decode({ platform, encoding, bytes }: NameRecord): string {
  if (platform === MACINTOSH && encoding === MAC_ROMAN) return bytes.toString('latin1').trim();
  if (platform === MACINTOSH && encoding === MAC_SIMPLIFIED_CHINESE) return new TextDecoder('gbk').decode(bytes).trim();
  if (platform === MACINTOSH || bytes.length % 2 !== 0) return '';
  if (platform === WINDOWS && encoding === WINDOWS_PRC) {
    return new TextDecoder('gbk').decode(bytes.filter((byte) => byte !== 0)).trim();
  }
  return Buffer.from(bytes).swap16().toString('utf16le').trim();
}

function writeRecords(records: readonly NameRecord[]): Buffer {
  const head = Buffer.alloc(6 + 12 * records.length);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  records.forEach((record, index) => {
    const fields = [record.platform, record.encoding, record.language, record.id, record.bytes.length, offset];
    fields.forEach((field, i) => head.writeUInt16BE(field, 6 + 12 * index + 2 * i));
    offset += record.bytes.length;
  });
  return Buffer.concat([head, ...records.map((record) => record.bytes)]);
}
