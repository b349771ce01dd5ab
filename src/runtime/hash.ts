import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export type Algorithm = 'sha256' | 'sha512';

/** A digest that is computed piece by piece. Each piece of text is encoded as UTF-8. */
export interface Hash {
  readonly update: (piece: string | Uint8Array) => void;
  /** The digest in lower-case hexadecimal. No further piece may follow. */
  readonly hex: () => string;
}
export type CreateHash = (algorithm: Algorithm) => Hash;

const algorithms = { sha256, sha512 };
const encoder = new TextEncoder();

/** The implementation of `#hash` for browsers. In Node, `#hash` is `host/hash.ts`, which is ten times as fast. */
export const createHash: CreateHash = (algorithm) => {
  const hash = algorithms[algorithm].create();
  return {
    update: (piece) => void hash.update(typeof piece === 'string' ? encoder.encode(piece) : piece),
    hex: () => bytesToHex(hash.digest()),
  };
};
