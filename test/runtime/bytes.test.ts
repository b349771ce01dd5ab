import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, decodeBase64, decodeLatin1, encodeBase64, encodeLatin1 } from '../../src/runtime/bytes.js';

const EVERY_BYTE = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256);

describe('bytes', () => {
  it('become ISO 8859-1 text and back, every byte and long input too', () => {
    expect(decodeLatin1(EVERY_BYTE)).toBe(Buffer.from(EVERY_BYTE).toString('latin1'));
    expect(encodeLatin1(decodeLatin1(EVERY_BYTE))).toEqual(EVERY_BYTE);
  });

  it('become Base64 and back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
      }),
    );
    expect(() => decodeBase64('é')).toThrow();
  });

  it('are joined in order', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), (blocks) => {
        expect([...concatBytes(blocks)]).toEqual(blocks.flatMap((block) => [...block]));
      }),
    );
  });
});
