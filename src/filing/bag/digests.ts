import { createHash } from '#hash';
import type { Algorithm } from '../../runtime/hash.js';

/** The manifest algorithms, strongest last. */
export const ALGORITHMS: readonly Algorithm[] = ['sha256', 'sha512'];
export type Digests = Readonly<Record<Algorithm, string>>;

/** The digests of some bytes, in lower-case hexadecimal. */
export function digestsOf(bytes: Uint8Array): Digests {
  const hex = (algorithm: Algorithm): string => {
    const hash = createHash(algorithm);
    hash.update(bytes);
    return hash.hex();
  };
  return { sha256: hex('sha256'), sha512: hex('sha512') };
}
