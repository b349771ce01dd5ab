import { inflateBounded, ZipError } from '../zip/read.js';

/** What the object streams of one PDF may come to together. */
const MAX_OBJECT_BYTES = 256 * 1024 * 1024;
/** What even an empty object stream is counted as, so that millions of them come to an end too. */
const LEAST_OBJECT_BYTES = 4096;
/** The header of zlib before raw deflate. */
const ZLIB_HEADER = 2;
const KEYWORD = 'stream';
const OBJECT_STREAM = namePattern('ObjStm');

/** One of these names, any character of which may be written by its code: `/J#53` is `/JS` (ISO 32000-1, 7.3.5). */
export function namePattern(...names: readonly string[]): RegExp {
  return new RegExp(`/(?:${names.map((name) => [...name].map(letterPattern).join('')).join('|')})\\b`);
}

function letterPattern(letter: string): string {
  const code = letter.charCodeAt(0).toString(16);
  return `(?:${letter}|#${code.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
}

/**
 * The dictionaries of a PDF as text: those that stand free, and those packed into object streams; null where these come
 * to more than is looked at. Every character is passed a fixed number of times, whatever a hostile file holds.
 */
export function objectsOf(text: string, bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let end = 0;
  let room = MAX_OBJECT_BYTES;
  for (const start of streamsIn(text)) {
    if (start < end) continue;
    const before = text.slice(end, start);
    const dictionary = before.slice(before.lastIndexOf('endobj') + 1);
    const close = endOfStream(text, start, dictionary);
    if (close < 0) break;
    parts.push(before);
    end = close;
    if (!OBJECT_STREAM.test(dictionary)) continue;
    const { objects, cost } = unpack(bytes.subarray(start, close), room);
    parts.push(objects);
    room -= cost;
    if (room <= 0) return null;
  }
  parts.push(text.slice(end));
  return parts.join('\n');
}

/** Where the data of each stream begins: behind a dictionary, the keyword and a line end. */
function* streamsIn(text: string): Generator<number> {
  let last = 0;
  for (let at = text.indexOf(KEYWORD); at >= 0; at = text.indexOf(KEYWORD, last)) {
    const before = text.slice(last, at).trimEnd();
    last = at + KEYWORD.length;
    const lineEnd = /^\r?\n/.exec(text.slice(last, last + 2))?.[0];
    if (lineEnd !== undefined && before.endsWith('>>')) yield last + lineEnd.length;
  }
}

/** A length that leads elsewhere is a mistake or a lie: the stream then ends where it says so; -1 where it never does. */
function endOfStream(text: string, start: number, dictionary: string): number {
  const length = Number(/\/Length\s+(\d{1,10})\b(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? 0);
  const stated = start + length;
  return /^\s{0,2}endstream/.test(text.slice(stated, stated + 11)) ? stated : text.indexOf(`end${KEYWORD}`, start);
}

/** What is not packed, or packed in another way, is looked at as it is. */
function unpack(packed: Uint8Array, room: number): { readonly objects: string; readonly cost: number } {
  const latin1 = new TextDecoder('latin1');
  const limit = Math.min(room, Math.max(65_536, packed.length * 200));
  try {
    const objects = latin1.decode(inflateBounded(packed.subarray(ZLIB_HEADER), limit));
    return { objects, cost: Math.max(LEAST_OBJECT_BYTES, objects.length) };
  } catch (error) {
    if (error instanceof ZipError) return { objects: latin1.decode(packed), cost: limit };
    throw error;
  }
}
