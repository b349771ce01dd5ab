import { Zip, ZipDeflate } from 'fflate';

/** A file of a package: its bytes, or its text, in pieces where it is long. */
export type Part = Uint8Array | string | Iterable<string>;

/** The first moment that a ZIP can name, read from the local clock's fields as the format has it. */
const MOMENT = new Date(1980, 0, 1);
const LEVEL = 6;
/** Characters that are packed at a time. */
const PIECE = 1 << 20;

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
    const file = new ZipDeflate(path, { level: LEVEL });
    file.mtime = MOMENT;
    zip.add(file);
    for (const block of blocksOf(part)) file.push(block);
    file.push(new Uint8Array(), true);
  }
  zip.end();
  return Buffer.concat(blocks);
}

function* blocksOf(part: Part): Generator<Uint8Array> {
  if (part instanceof Uint8Array) {
    yield part;
    return;
  }
  let piece = '';
  for (const text of typeof part === 'string' ? [part] : part) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}
