import { inflateBounded, ZipError } from '../zip/read.js';

/** Limit for the total decompressed size of the object streams of one PDF. */
const MAX_OBJECT_BYTES = 256 * 1024 * 1024;
/** The minimum that each object stream counts for, which also limits the number of empty streams. */
const MIN_OBJECT_BYTES = 4096;
/** Length of the zlib header before the deflate data. */
const ZLIB_HEADER_BYTES = 2;
const KEYWORD = 'stream';
const OBJECT_STREAM = namePattern('ObjStm');

/** Matches one of these names. Any character may be escaped by its code: `/J#53` is `/JS` (ISO 32000-1, 7.3.5). */
export function namePattern(...names: readonly string[]): RegExp {
  return new RegExp(`/(?:${names.map((name) => [...name].map(letterPattern).join('')).join('|')})\\b`);
}

function letterPattern(letter: string): string {
  const code = letter.charCodeAt(0).toString(16);
  return `(?:${letter}|#${code.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
}

/**
 * The objects of a PDF as text, including those in object streams; null if the object streams exceed the limit. The
 * time is linear in the size of the file, even for hostile files.
 */
export function objectsOf(text: string, bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let end = 0;
  let remaining = MAX_OBJECT_BYTES;
  for (const start of streamsIn(text)) {
    if (start < end) continue;
    const before = text.slice(end, start);
    const dictionary = before.slice(before.lastIndexOf('endobj') + 1);
    const streamEnd = endOfStream(text, start, dictionary);
    if (streamEnd < 0) break;
    parts.push(before);
    end = streamEnd;
    if (!OBJECT_STREAM.test(dictionary)) continue;
    const { objects, cost } = unpack(bytes.subarray(start, streamEnd), remaining);
    parts.push(objects);
    remaining -= cost;
    if (remaining <= 0) return null;
  }
  parts.push(text.slice(end));
  return parts.join('\n');
}

/** Yields the offset of each stream's data, which follows a dictionary, the keyword and a line end. */
function* streamsIn(text: string): Generator<number> {
  let last = 0;
  for (let at = text.indexOf(KEYWORD); at >= 0; at = text.indexOf(KEYWORD, last)) {
    const before = text.slice(last, at).trimEnd();
    last = at + KEYWORD.length;
    const lineEnd = /^\r?\n/.exec(text.slice(last, last + 2))?.[0];
    if (lineEnd !== undefined && before.endsWith('>>')) yield last + lineEnd.length;
  }
}

/** The end offset of a stream. If `/Length` is wrong, the keyword `endstream` is searched for; -1 if there is none. */
function endOfStream(text: string, start: number, dictionary: string): number {
  const length = Number(/\/Length\s+(\d{1,10})\b(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? 0);
  const statedEnd = start + length;
  return /^\s{0,2}endstream/.test(text.slice(statedEnd, statedEnd + 11))
    ? statedEnd
    : text.indexOf(`end${KEYWORD}`, start);
}

/** Decompresses an object stream. A stream without valid deflate data is returned unchanged. */
function unpack(packed: Uint8Array, remaining: number): { readonly objects: string; readonly cost: number } {
  const latin1 = new TextDecoder('latin1');
  const limit = Math.min(remaining, Math.max(65_536, packed.length * 200));
  try {
    const objects = latin1.decode(inflateBounded(packed.subarray(ZLIB_HEADER_BYTES), limit));
    return { objects, cost: Math.max(MIN_OBJECT_BYTES, objects.length) };
  } catch (error) {
    if (error instanceof ZipError) return { objects: latin1.decode(packed), cost: limit };
    throw error;
  }
}
