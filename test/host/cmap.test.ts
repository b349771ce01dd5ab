import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCharacterMap, writeCharacterMap } from '../../src/host/font/cmap.js';
import { separateCharacters } from '../../src/host/font/duplicates.js';
import { advanceWidths } from '../../src/host/font/metrics.js';
import { table, type Sfnt } from '../../src/host/font/sfnt.js';
import { faceWith } from '../support/faces.js';

const EMPTY = Buffer.from([0, 0, 0, 0]);

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
const mapOf = (face: Sfnt): ReadonlyMap<number, number> => readCharacterMap(table(face, 'cmap'));
const outlineOf = (face: Sfnt, glyph: number): Buffer => {
  const loca = table(face, 'loca');
  const long = table(face, 'head').readInt16BE(50) === 1;
  const at = (index: number): number => (long ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index));
  return table(face, 'glyf').subarray(at(glyph), at(glyph + 1));
};

describe('a character map', () => {
  it('is read as it was written', () => {
    const code = fc.oneof(fc.integer({ min: 0x20, max: 0x300 }), fc.integer({ min: 0x20000, max: 0x20100 }));
    const pairs = fc.array(fc.tuple(code, fc.integer({ min: 1, max: 0xffff })));
    fc.assert(
      fc.property(pairs, (items) => {
        const map = new Map(items);
        expect(readCharacterMap(writeCharacterMap(map, EMPTY))).toEqual(map);
      }),
    );
  });
});

describe('separated characters', () => {
  it('have a glyph each, with the same outline and width', async () => {
    const face = await faceWith({ 人: 'A', '⼈': 'A', 郎: 'B', '\uF92C': 'B' });
    expect(mapOf(face).get(codeOf('⼈'))).toBe(mapOf(face).get(codeOf('人')));
    const separate = separateCharacters(face);
    const map = mapOf(separate);
    expect(new Set(map.values()).size).toBe(map.size);
    expect([...map.keys()].sort()).toEqual([...mapOf(face).keys()].sort());
    for (const [copy, original] of [
      ['⼈', '人'],
      ['\uF92C', '郎'],
      ['人', 'A'],
    ] as const) {
      const [one = 0, other = 0] = [map.get(codeOf(copy)), map.get(codeOf(original))];
      expect(outlineOf(separate, one).equals(outlineOf(separate, other))).toBe(true);
      expect(advanceWidths(separate)[one]).toBe(advanceWidths(separate)[other]);
    }
  });

  it('leave a radical out where the face has no number left for a glyph', async () => {
    const face = await faceWith({ 人: 'A', '⼈': 'A' });
    const maxp = Buffer.from(table(face, 'maxp'));
    maxp.writeUInt16BE(0xffff, 4);
    const map = mapOf(separateCharacters({ ...face, tables: new Map(face.tables).set('maxp', maxp) }));
    expect([map.has(codeOf('人')), map.has(codeOf('⼈'))]).toEqual([true, false]);
  });
});
