import { createHash } from 'node:crypto';
import type { Source } from './source.js';

/** SHA-256 in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
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
