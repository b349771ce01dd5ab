import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumber, percent, reachesPercent } from '../../src/campaign/arithmetic.js';

describe('a share', () => {
  it('prints two decimals and never rounds across a limit', () => {
    expect(percent(113, 133)).toBe('84.96%');
    expect(percent(121, 133)).toBe('90.98%');
    expect(percent(55, 72)).toBe('76.39%');
    expect(percent(1, 3)).toBe('33.33%');
    expect(percent(2, 3)).toBe('66.67%');
    expect(percent(0, 0)).toBe('');
  });

  it('reaches a limit that it equals, and none that it misses by a hair', () => {
    expect(reachesPercent(85, 100, 85)).toBe(true);
    expect(reachesPercent(113, 133, 85)).toBe(false);
    expect(reachesPercent(849_999, 1_000_000, 85)).toBe(false);
  });

  it('agrees with exact division', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (whole, part) => {
        expect(Math.abs(Number.parseFloat(percent(part, whole)) - (100 * part) / whole)).toBeLessThanOrEqual(0.0051);
      }),
    );
  });
});

describe('a number in Han digits', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [45, '四十五'],
    [100, '100'],
  ])('%i is %s', (value, text) => {
    expect(chineseNumber(value)).toBe(text);
  });
});
