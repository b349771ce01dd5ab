import { strFromU8, strToU8, unzipSync } from 'fflate';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { zipParts } from '../../../src/formats/zip/streamed-zip.js';

describe('a package', () => {
  it('holds every part in the order given, for readers of several makes', async () => {
    const picture = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
    const parts = [['a.xml', '<a>红头</a>'], ['word/表.xml', '<b/>'.repeat(9000)], ['word/empty.xml', ''], ['media/1.png', picture]] as const; // prettier-ignore
    const packed = zipParts(parts);
    const read = await JSZip.loadAsync(packed);
    expect(Object.keys(read.files)).toEqual(parts.map(([path]) => path));
    for (const [path, part] of parts) {
      const expected = typeof part === 'string' ? strToU8(part) : part;
      expect(unzipSync(packed)[path], path).toEqual(expected);
      expect(await read.file(path)?.async('uint8array'), path).toEqual(expected);
    }
  });

  it('takes a part in pieces, of which no two need be there at once', () => {
    const row = (index: number): string => `<row number="${index}">第${index}行</row>\n`;
    const count = 200_000;
    let made = 0;
    const rows = function* (): Generator<string> {
      for (; made < count; made += 1) yield row(made);
    };
    const packed = zipParts([['rows.xml', rows()], ['end.xml', '<end/>']]); // prettier-ignore
    const files = unzipSync(packed);
    expect(made).toBe(count);
    expect(strFromU8(files['end.xml']!)).toBe('<end/>');
    expect(strFromU8(files['rows.xml']!)).toBe(Array.from({ length: count }, (_, index) => row(index)).join(''));
  });

  it('has the same bytes whatever was packed before', () => {
    const first = zipParts([['a.xml', 'one'], ['b.xml', 'two']]); // prettier-ignore
    zipParts([['a.xml', 'other']]);
    expect(Buffer.compare(zipParts([['a.xml', 'one'], ['b.xml', 'two']]), first)).toBe(0); // prettier-ignore
  });
});
