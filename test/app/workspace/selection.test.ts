import { describe, expect, it } from 'vitest';
import { selectEntries, selectionOf } from '../../../src/app/workspace/selection.js';
import { TINY, load } from '../../support/workspace.js';

describe('a selection of documents', () => {
  it('names these and no others, a unit’s and the office’s together', async () => {
    const { value: project } = await load(TINY);
    const own = project!.entries.filter(({ unit }) => unit !== '').slice(0, 1);
    const office = project!.entries.filter(({ unit }) => unit === '').slice(0, 1);
    expect([own.length, office.length]).toEqual([1, 1]);
    for (const entries of [own, office, [...own, ...office]])
      expect(new Set(selectEntries(project!, selectionOf(entries)))).toEqual(new Set(entries));
    expect(selectEntries(project!, selectionOf([]))).toEqual([]);
  });
});
