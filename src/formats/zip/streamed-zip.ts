import { concatBytes } from '../../runtime/bytes.js';
import { deflateSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** The content of a file in a package: bytes, a text, or a long text in pieces. */
export type Part = Uint8Array | string | Iterable<string>;

type DeflatedBytes = ReturnType<typeof deflateSync>;

/** The earliest date of the ZIP format, which stores local time. */
const FIXED_DATE = new Date(1980, 0, 1);
const COMPRESSION_LEVEL = 6;
/** Characters that are compressed at a time. */
const CHUNK_LENGTH = 1 << 20;
/** Compression method 8, deflate (APPNOTE 4.4.5). */
const METHOD_DEFLATE = 8;

const encoder = new TextEncoder();

/**
 * Packs the parts into a ZIP in the order given; the same parts give the same bytes. A part in pieces is compressed
 * piece by piece and never in memory as a whole.
 */
export function zipParts(parts: Iterable<readonly [path: string, part: Part]>): Uint8Array {
  const blocks: Uint8Array[] = [];
  const zip = new Zip((error, block) => {
    if (error) throw error;
    blocks.push(block);
  });
  for (const [path, part] of parts) {
    if (part instanceof Uint8Array) addWhole(zip, path, part, deflate);
    else if (typeof part === 'string') addWhole(zip, path, encoder.encode(part), () => deflateText(part));
    else addPieces(zip, path, part);
  }
  zip.end();
  return concatBytes(blocks);
}

function addWhole(zip: Zip, path: string, bytes: Uint8Array, pack: (bytes: Uint8Array) => DeflatedBytes): void {
  const file = new WholeFile(path, pack);
  file.mtime = FIXED_DATE;
  zip.add(file);
  file.push(bytes, true);
}

/** A file in one piece. Compressing it takes half as long as compressing a stream of unknown length. */
class WholeFile extends ZipPassThrough {
  readonly #pack: (bytes: Uint8Array) => DeflatedBytes;

  constructor(path: string, pack: (bytes: Uint8Array) => DeflatedBytes) {
    super(path);
    this.compression = METHOD_DEFLATE;
    this.#pack = pack;
  }

  protected override process(bytes: Uint8Array, final: boolean): void {
    this.ondata(null, this.#pack(bytes), final);
  }
}

function addPieces(zip: Zip, path: string, part: Iterable<string>): void {
  const blocks = toChunks(part);
  const first = blocks.next();
  const second = blocks.next();
  if (second.done === true) {
    addWhole(zip, path, first.value ?? new Uint8Array(), deflate);
    return;
  }
  const file = new ZipDeflate(path, { level: COMPRESSION_LEVEL });
  file.mtime = FIXED_DATE;
  zip.add(file);
  for (const { value } of [first, second]) file.push(value ?? new Uint8Array());
  for (const block of blocks) file.push(block);
  file.push(new Uint8Array(), true);
}

function* toChunks(part: Iterable<string>): Generator<Uint8Array, undefined> {
  let chunk = '';
  for (const text of part) {
    chunk += text;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield encoder.encode(chunk);
    chunk = '';
  }
  if (chunk !== '') yield encoder.encode(chunk);
}

function deflate(bytes: Uint8Array): DeflatedBytes {
  return deflateSync(bytes, { level: COMPRESSION_LEVEL });
}

/**
 * LRU cache of the compressed bytes of short parts that many documents share, such as styles; the last used is last.
 */
const deflateCache = new Map<string, DeflatedBytes>();
const MAX_CACHED_TEXTS = 64;
const MAX_CACHED_LENGTH = 1 << 15;

function deflateText(text: string): DeflatedBytes {
  const deflated = deflateCache.get(text) ?? deflate(encoder.encode(text));
  if (text.length > MAX_CACHED_LENGTH) return deflated;
  deflateCache.delete(text);
  deflateCache.set(text, deflated);
  for (const [oldest] of deflateCache) if (deflateCache.size > MAX_CACHED_TEXTS) deflateCache.delete(oldest);
  return deflated;
}
