import fc from 'fast-check';
import { zipSync } from 'fflate';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/filing/verify/limits.js';
import { openZip } from '../../src/filing/verify/file-tree.js';
import { verifyPackage } from '../../src/filing/verify/verify.js';
import { bufferSource, inflateBounded, readDirectory, ZipError } from '../../src/filing/zip/read.js';
import { writeZip } from '../../src/filing/zip/write.js';
import { faultsOf } from '../support/filing.js';

const files = new Map([
  ['原稿/计划.md', new TextEncoder().encode('内容')],
  ['空.txt', new Uint8Array()],
]);

describe('a ZIP', () => {
  it('is read by another reader, with its names and day', async () => {
    const read = await JSZip.loadAsync(writeZip('包', files, '2026-07-03'));
    expect(await read.file('包/原稿/计划.md')?.async('string')).toBe('内容');
    expect(read.file('包/空.txt')?.date.toISOString().slice(0, 10)).toBe('2026-07-03');
  });

  it('by another writer is read here, compressed or not', async () => {
    for (const level of [0, 9] as const) {
      const bytes = zipSync(
        { 包: { 'a.txt': new Uint8Array(100_000), 'b.txt': new Uint8Array([1, 2, 3]) } },
        { level },
      );
      const tree = await openZip(bufferSource(bytes), LIMITS);
      expect(tree.root).toBe('包');
      expect(tree.findings).toEqual([]);
      expect((await tree.read('a.txt')).length).toBe(100_000);
    }
  });

  it('is never read past what its directory announces', () => {
    const packed = zipSync({ a: new Uint8Array(1_000_000) }, { level: 9 });
    const start = 30 + 1;
    expect(() => inflateBounded(packed.subarray(start), 1000)).toThrow(ZipError);
  });

  it('of many gigabytes is refused without being read', async () => {
    const one = zipSync({ 'bomb.txt': new Uint8Array(1000) }, { level: 9 });
    const bomb = Buffer.from(one);
    const directory = bomb.lastIndexOf('PK\u0001\u0002');
    bomb.writeUInt32LE(0xf0000000, directory + 24);
    bomb.writeUInt32LE(0xf0000000, 22);
    const source = bufferSource(bomb);
    let read = 0;
    const counting = {
      bytes: source.bytes,
      read: (offset: number, length: number) => {
        read += Math.min(length, source.bytes);
        return source.read(offset, length);
      },
    };
    const verdict = await verifyPackage(await openZip(counting, LIMITS));
    expect(faultsOf(verdict)).toContain('TOO-LARGE bomb.txt');
    expect(read).toBeLessThan(5000);
  });

  it('whose records overlap is refused', async () => {
    const bytes = Buffer.from(
      writeZip(
        'p',
        new Map([
          ['a.txt', new Uint8Array(50)],
          ['a.txu', new Uint8Array(50)],
        ]),
        '2026-07-03',
      ),
    );
    const second = bytes.lastIndexOf('PK\u0001\u0002');
    bytes.writeUInt32LE(0, second + 42);
    bytes.write('a.txt', second + 46 + 2);
    const verdict = await verifyPackage(await openZip(bufferSource(bytes), LIMITS));
    expect(faultsOf(verdict).map((fault) => fault.split(' ')[0])).toContain('ZIP-OVERLAP');
  });

  it('that is any bytes at all makes nothing throw', async () => {
    const whole = writeZip('p', files, '2026-07-03');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, value) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = value;
        const tree = await openZip(bufferSource(bytes), LIMITS);
        await verifyPackage(tree);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await readDirectory(bufferSource(bytes), 10)).fault).not.toBe('');
      }),
    );
  });
});
