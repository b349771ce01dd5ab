import { createHash } from '#hash';
import type { Source } from '../model/source.js';

/** SHA-256 in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  const hash = createHash('sha256');
  hash.update(content);
  return hash.hex();
}

/** SHA-256 of a text in pieces, and its length in UTF-16 code units. */
export function measureText(pieces: Iterable<string>): { readonly digest: string; readonly length: number } {
  const hash = createHash('sha256');
  let length = 0;
  for (const piece of pieces) {
    hash.update(piece);
    length += piece.length;
  }
  return { digest: hash.hex(), length };
}

/** SHA-256 of a value as JSON; depends on the order of its keys. */
export function digestOf(value: unknown): string {
  return sha256(JSON.stringify(value));
}

const textDigests = new WeakMap<Source, string>();

/** SHA-256 of the text of a source, computed once per source object. */
export function digestOfText(source: Source): string {
  const digest = textDigests.get(source) ?? sha256(source.text);
  textDigests.set(source, digest);
  return digest;
}
