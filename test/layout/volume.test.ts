import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gbt9704 } from '../../src/layout/styles.js';
import { type Cover, type Volume } from '../../src/model/volume.js';
import { isSamePaging, nextPaging, initialPaging, type Paging } from '../../src/layout/paging.js';
import { coverSpacing, coverTitleSize } from '../../src/layout/cover.js';

const cover: Cover = { title: ['汇编'], line: '', organ: ['某办公室'], date: '2026年3月9日' };

function volumeOf(twoSided: boolean): Volume {
  const properties = { title: '汇编', author: '', subject: '', keywords: [], date: '', draft: false };
  return { properties, cover, preface: [], groups: [], twoSided };
}

/** Where documents of so many pages begin in a print with a paging; `front` pages stand before the first. */
function print(lengths: readonly number[], front: number, { emptyBefore }: Paging): readonly number[] {
  let page = front + 1;
  return lengths.map((length, index) => {
    const start = page + (emptyBefore[index] === true ? 1 : 0);
    page = start + length;
    return start;
  });
}

describe('paging', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 30 });

  it('settles after the first print, and numbers are where documents begin', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 9 }), fc.boolean(), (pages, front, twoSided) => {
        const volume = volumeOf(twoSided);
        const first = nextPaging(volume, print(pages, front, initialPaging), initialPaging);
        const starts = print(pages, front, first);
        expect(starts).toEqual(first.first);
        expect(isSamePaging(first, nextPaging(volume, starts, first))).toBe(true);
        expect(isSamePaging(initialPaging, first)).toBe(false);
      }),
    );
  });

  it('begins every document of a two-sided volume on a right-hand page, one-sided ones wherever they come', () => {
    expect(nextPaging(volumeOf(true), [4, 6, 8, 9], initialPaging)).toEqual({
      first: [5, 7, 9, 11],
      emptyBefore: [true, false, false, true],
    });
    expect(nextPaging(volumeOf(false), [4, 6, 8, 9], initialPaging).first).toEqual([4, 6, 8, 9]);
  });
});

describe('a cover', () => {
  it('fills one page, whatever its texts', () => {
    const long: Cover = {
      ...cover,
      title: ['甲', '乙', '丙', '丁', '戊'],
      line: '（征求意见稿）',
      organ: ['一', '二', '三'],
    };
    for (const each of [cover, long]) {
      const { above, below } = coverSpacing(each, gbt9704);
      const texts = each.title.length * 2 + (each.line === '' ? 0 : 1) + 1 + each.organ.length + 1;
      expect(above + texts + below).toBeLessThanOrEqual(gbt9704.grid.linesPerPage);
      expect(below).toBeGreaterThan(0);
    }
  });

  it('sets a longer title smaller', () => {
    expect(coverTitleSize(cover, gbt9704)).toBe(42);
    expect(coverTitleSize({ ...cover, title: ['主题实践活动整改落实方案汇编'] }, gbt9704)).toBe(28);
  });
});
