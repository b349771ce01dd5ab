import { describe, expect, it } from 'vitest';
import { groupBy, leftJoin, rankByShare, sharedBy, totalAnswer } from '../../src/compose/template/lists.js';
import { decimalSum } from '../../src/campaign/arithmetic.js';

describe('a total', () => {
  it('adds decimals as decimals', () => {
    expect(decimalSum([0.1, 0.2])).toBe(0.3);
    expect(decimalSum([7.132, 0.000001, 236.82])).toBe(243.952001);
  });

  it('never takes what is unreported for 0', () => {
    expect(totalAnswer([{ n: null }, { n: null }], 'n')).toBeNull();
    expect(totalAnswer([{ n: '无' }, { n: '无' }], 'n')).toBe('无');
    expect(totalAnswer([{ n: '不适用' }], 'n')).toBe('不适用');
    expect(totalAnswer([{ n: '无' }, { n: '不适用' }], 'n')).toBeNull();
    expect(totalAnswer([{ n: '无' }, { n: 3 }, { n: null }], 'n')).toBe(3);
    expect(totalAnswer([{ n: 0 }], 'n')).toBe(0);
  });
});

describe('a ranking', () => {
  it('gives equal shares the same place and counts on behind them', () => {
    const list = [
      { unit: 'a', yes: 9, all: 10 },
      { unit: 'b', yes: 47, all: 50 },
      { unit: 'c', yes: 94, all: 100 },
      { unit: 'd', yes: 0, all: 0 },
      { unit: 'e', yes: null, all: 10 },
    ];
    const places = rankByShare(list, 'yes', 'all').map(({ unit, place }) => [unit, place]);
    expect(places).toEqual([
      ['b', 1],
      ['c', 1],
      ['a', 3],
    ]);
  });
});

describe('records of the whole project', () => {
  it('are matched within their unit only', () => {
    const items = [
      { unit: 'a', id: 1 },
      { unit: 'b', id: 1 },
    ];
    const states = [{ unit: 'b', item: 1, state: '已完成' }];
    expect(leftJoin(items, states, 'id', 'item').map(({ unit, state }) => [unit, state])).toEqual([
      ['a', null],
      ['b', '已完成'],
    ]);
  });

  it('fall into the groups that are asked for, empty ones too', () => {
    const counts = groupBy([{ k: 'x' }, { k: 'x' }], 'k', ['y', 'x']).map(({ key, count }) => [key, count]);
    expect(counts).toEqual([
      ['y', 0],
      ['x', 2],
    ]);
  });

  it('are shared where two units or more agree on every key', () => {
    const list = [
      { unit: 'a', class: 'x', mark: 'p' },
      { unit: 'b', class: 'x', mark: 'p' },
      { unit: 'b', class: 'x', mark: 'q' },
      { unit: 'c', class: 'x', mark: null },
    ];
    expect(sharedBy(list, ['class', 'mark']).map(({ units, count }) => [units, count])).toEqual([[2, 2]]);
  });
});
