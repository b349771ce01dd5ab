import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthInCells } from '../../src/layout/measure.js';
import { sealedRows } from '../../src/layout/seals.js';
import { gbt9704 } from '../../src/layout/styles.js';
import { cellWidth, mmToPoints } from '../../src/layout/units.js';

const DATE = '2026年3月5日';

describe('sealedRows', () => {
  it('centres a sealed name on a date inset four cells', () => {
    const { rows, date } = sealedRows(['云岭管理区'], '2026年3月15日', gbt9704);
    expect(date).toBe(4 + 6.5 / 2);
    expect(rows).toEqual([[{ organ: '云岭管理区', middle: date }]]);
  });

  it('moves the date left when a sealed name would leave the type area', () => {
    const { rows, date } = sealedRows(['一'.repeat(20)], DATE, gbt9704);
    expect(rows[0]?.[0]?.middle).toBe(10);
    expect(date).toBe(10);
  });

  it('sets three names to a row, and ends a row that is not full over the date', () => {
    const { rows, date } = sealedRows(['甲局', '乙局', '丙局', '丁局'], DATE, gbt9704);
    expect(rows.map((row) => row.map(({ organ }) => organ))).toEqual([['甲局', '乙局', '丙局'], ['丁局']]);
    expect(rows[1]?.[0]?.middle).toBe(date);
    expect(rows[0]?.[2]?.middle).toBe(date);
  });

  it('sets long names two to a row, and those that fill a line alone', () => {
    expect(sealedRows(['区民政局', '区残疾人联合会联合会联'], DATE, gbt9704).rows.map(({ length }) => length)).toEqual([
      2,
    ]);
    expect(sealedRows(['一'.repeat(20), '乙局'], DATE, gbt9704).rows.map(({ length }) => length)).toEqual([1, 1]);
  });

  it('keeps seals and names in the type area and apart from each other', () => {
    const names = fc.array(
      fc.integer({ min: 2, max: 26 }).map((length) => '局'.repeat(length)),
      { minLength: 2, maxLength: 9 },
    );
    const radius = mmToPoints(gbt9704.seal.diameterMm) / cellWidth(gbt9704) / 2;
    fc.assert(
      fc.property(names, (organs) => {
        const { rows } = sealedRows(organs, DATE, gbt9704);
        expect(rows.flat().map(({ organ }) => organ)).toEqual(organs);
        for (const row of rows) {
          const half = (organ: string): number => Math.max(radius, widthInCells(organ) / 2);
          for (const { organ, middle } of row) {
            expect(middle - half(organ)).toBeGreaterThanOrEqual(-0.001);
            expect(middle + half(organ)).toBeLessThanOrEqual(28.001);
          }
          row.slice(1).forEach(({ middle }, index) => {
            expect((row[index]?.middle ?? 0) - middle).toBeGreaterThan(2 * radius);
          });
        }
      }),
    );
  });
});
