import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runPool } from '../../src/runtime/pool.js';

/** Runs items that say how many turns they take, and tells what was under way whenever one began. */
async function watch(
  items: readonly number[],
  jobs: number,
  isHeavy: (item: number) => boolean,
): Promise<{ readonly results: readonly number[]; readonly together: readonly (readonly number[])[] }> {
  const running: number[] = [];
  const together: (readonly number[])[] = [];
  const work = async (item: number): Promise<number> => {
    running.push(item);
    together.push([...running]);
    for (let left = item; left > 0; left -= 1) await turn();
    running.splice(running.indexOf(item), 1);
    return item * 2;
  };
  return { results: await runPool(items, jobs, work, isHeavy), together };
}

const HEAVY = 5;

describe('a pool', () => {
  it('does everything once, keeps the order, and never more at a time than it may, nor two that are heavy', async () => {
    const items = fc.array(fc.nat({ max: 9 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 1, max: 5 }), async (list, jobs) => {
        const { results, together } = await watch(list, jobs, (item) => item > HEAVY);
        expect(results).toEqual(list.map((item) => item * 2));
        expect(together).toHaveLength(list.length);
        for (const running of together) {
          expect(running.length).toBeLessThanOrEqual(jobs);
          expect(running.filter((item) => item > HEAVY).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('goes on with the light ones beside a heavy one, wherever it stands', async () => {
    const { together } = await watch([1, 1, 1, 9, 1, 9], 2, (item) => item > HEAVY);
    expect(together[0]).toEqual([9]);
    expect(together.filter((running) => running.includes(9) && running.includes(1))).not.toHaveLength(0);
  });
});
