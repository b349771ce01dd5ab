import * as crypto from 'node:crypto';
import type { CreateHash } from '../runtime/hash.js';

/** The implementation of `#hash` for Node; `package.json` selects it. Its digests equal those of `runtime/hash.ts`. */
export const createHash: CreateHash = (algorithm) => {
  const hash = crypto.createHash(algorithm);
  return { update: (piece) => void hash.update(piece), hex: () => hash.digest('hex') };
};
