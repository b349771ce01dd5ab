import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHash as nativeHash } from '../../src/host/hash.js';
import { createHash } from '../../src/runtime/hash.js';
import type { Algorithm, CreateHash } from '../../src/runtime/hash.js';

type Pieces = readonly (string | Uint8Array)[];

function hexOf(create: CreateHash, algorithm: Algorithm, pieces: Pieces): string {
  const hash = create(algorithm);
  for (const piece of pieces) hash.update(piece);
  return hash.hex();
}

describe('a digest', () => {
  it('is that of the standard (FIPS 180-4, example of one block)', () => {
    expect(hexOf(createHash, 'sha256', ['a', 'bc'])).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('is the same in a browser and in Node, for text with lone surrogates too', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array(), fc.constant('\ud83d'));
    fc.assert(
      fc.property(
        fc.constantFrom<Algorithm>('sha256', 'sha512'),
        fc.array(piece, { maxLength: 4 }),
        (algorithm, pieces) => {
          expect(hexOf(createHash, algorithm, pieces)).toBe(hexOf(nativeHash, algorithm, pieces));
        },
      ),
      { numRuns: 30 },
    );
  });
});
