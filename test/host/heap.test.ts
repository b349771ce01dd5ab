import { describe, expect, it } from 'vitest';
import { growthFor } from '../../src/host/heap.js';

const MEGABYTE = 2 ** 20;

describe('the garbage of a workspace', () => {
  it('is left to V8 where there is little to read', () => {
    expect(growthFor(0)).toBeNull();
    expect(growthFor(9 * MEGABYTE)).toBeNull();
  });

  it('may be as much in a large workspace as in a larger one, and never nothing', () => {
    const growths = [20, 80, 300, 3000].map((size) => growthFor(size * MEGABYTE) ?? 0);
    expect(growths).toEqual([...growths].sort((a, b) => b - a));
    expect(growths.at(-1)).toBeGreaterThan(0);
    expect(growths[0]).toBeLessThan(150);
  });
});
