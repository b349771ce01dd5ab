import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipParts } from '../../src/write/zip.js';

const bytes = (text: string): Uint8Array => strToU8(text);

describe('a package', () => {
  it('is to the byte what the library makes of parts that are not long', () => {
    const parts = { 'a.xml': '<a>红头</a>', 'word/表.xml': '<b/>'.repeat(9000), 'word/empty.xml': '' };
    const pictures = { 'media/1.png': Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256) };
    const entries = Object.entries(parts).map(([path, text]) => [path, bytes(text)] as const);
    const expected = zipSync(
      { ...Object.fromEntries(entries), ...pictures },
      { level: 6, mtime: new Date(1980, 0, 1) },
    );
    const packed = zipParts([...Object.entries(parts), ...Object.entries(pictures)]);
    expect(Buffer.compare(packed, expected)).toBe(0);
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
