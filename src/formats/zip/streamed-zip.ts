import { deflateSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of a package: its bytes, or its text, in pieces where it is long. */
export type Part = Uint8Array | string | Iterable<string>;

type Packed = ReturnType<typeof deflateSync>;

/** The first moment that a ZIP can name, read from the local clock's fields as the format has it. */
const MOMENT = new Date(1980, 0, 1);
const LEVEL = 6;
/** Characters that are packed at a time. */
const PIECE = 1 << 20;
/** The number of the method in a ZIP (APPNOTE 4.4.5). */
const DEFLATED = 8;

/**
 * A ZIP of the parts in the order given, the same bytes for the same parts. A part in pieces is packed piece by piece, so
 * that it need never be in memory as a whole.
 */
export function zipParts(parts: Iterable<readonly [path: string, part: Part]>): Uint8Array {
  const blocks: Uint8Array[] = [];
  const zip = new Zip((error, block) => {
    if (error) throw error;
    blocks.push(block);
  });
  for (const [path, part] of parts) {
    if (part instanceof Uint8Array) addWhole(zip, path, part, deflate);
    else if (typeof part === 'string') addWhole(zip, path, Buffer.from(part), () => deflateText(part));
    else addPieces(zip, path, part);
  }
  zip.end();
  return Buffer.concat(blocks);
}

function addWhole(zip: Zip, path: string, bytes: Uint8Array, pack: (bytes: Uint8Array) => Packed): void {
  const file = new WholeFile(path, pack);
  file.mtime = MOMENT;
  zip.add(file);
  file.push(bytes, true);
}

/** A file that comes in one piece. To pack it takes half as long as to pack a stream, which must be ready for any length. */
class WholeFile extends ZipPassThrough {
  readonly #pack: (bytes: Uint8Array) => Packed;

  constructor(path: string, pack: (bytes: Uint8Array) => Packed) {
    super(path);
    this.compression = DEFLATED;
    this.#pack = pack;
  }

  protected override process(bytes: Uint8Array, final: boolean): void {
    this.ondata(null, this.#pack(bytes), final);
  }
}

function addPieces(zip: Zip, path: string, part: Iterable<string>): void {
  const blocks = blocksOf(part);
  const first = blocks.next();
  const second = blocks.next();
  if (second.done === true) {
    addWhole(zip, path, first.value ?? new Uint8Array(), deflate);
    return;
  }
  const file = new ZipDeflate(path, { level: LEVEL });
  file.mtime = MOMENT;
  zip.add(file);
  for (const { value } of [first, second]) file.push(value ?? new Uint8Array());
  for (const block of blocks) file.push(block);
  file.push(new Uint8Array(), true);
}

function* blocksOf(part: Iterable<string>): Generator<Uint8Array, undefined> {
  let piece = '';
  for (const text of part) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  if (piece !== '') yield Buffer.from(piece);
}

function deflate(bytes: Uint8Array): Packed {
  return deflateSync(bytes, { level: LEVEL });
}

/** Short parts that one document after another brings along, such as its styles, packed; the last used is the last one. */
const recent = new Map<string, Packed>();
const KEPT = 64;
const SHORT = 1 << 15;

function deflateText(text: string): Packed {
  const packed = recent.get(text) ?? deflate(Buffer.from(text));
  if (text.length > SHORT) return packed;
  recent.delete(text);
  recent.set(text, packed);
  for (const [oldest] of recent) if (recent.size > KEPT) recent.delete(oldest);
  return packed;
}
