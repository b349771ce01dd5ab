import { createHash } from 'node:crypto';
import type { Source } from '../model/source.js';

/** SHA-256 in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of a text in pieces, and how many UTF-16 code units it has. */
export function measureText(pieces: Iterable<string>): { readonly digest: string; readonly length: number } {
  const hash = createHash('sha256');
  let length = 0;
  for (const piece of pieces) {
    hash.update(piece);
    length += piece.length;
  }
  return { digest: hash.digest('hex'), length };
}

/** SHA-256 of a value as JSON; the order of its keys counts. */
export function digestOf(value: unknown): string {
  return sha256(JSON.stringify(value));
}

const texts = new WeakMap<Source, string>();

/** SHA-256 of a text, worked out once. */
export function digestOfText(source: Source): string {
  const known = texts.get(source) ?? sha256(source.text);
  texts.set(source, known);
  return known;
}
