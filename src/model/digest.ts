import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** SHA-256 of a value as JSON; the order of its keys counts. */
export function digestOf(value: unknown): string {
  return sha256(JSON.stringify(value));
}
