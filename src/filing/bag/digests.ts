import { createHash } from 'node:crypto';

/** The manifest algorithms, strongest last. */
export const ALGORITHMS = ['sha256', 'sha512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];
export type Digests = Readonly<Record<Algorithm, string>>;

/** The digests of some bytes, in lower-case hexadecimal. */
export function digestsOf(bytes: Uint8Array): Digests {
  const hex = (algorithm: Algorithm): string => createHash(algorithm).update(bytes).digest('hex');
  return { sha256: hex('sha256'), sha512: hex('sha512') };
}
