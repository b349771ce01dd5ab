import { describe, expect, it } from 'vitest';
import { createCompose } from '../../src/compose/document.js';
import type { LoadedProject } from '../../src/app/workspace/loaded-workspace.js';
import { writeText } from '../../src/formats/text/document.js';
import { loadSample } from '../support/sample.js';
import { TINY, load } from '../support/workspace.js';

function rollups({ value }: LoadedProject): ReadonlyMap<string, string> {
  if (!value) throw new Error('the campaign cannot be read');
  const compose = createCompose(value);
  const entries = value.entries.filter(({ kind }) => kind.scope === 'project');
  return new Map(entries.map((entry) => [entry.kind.id, writeText(compose(entry).value!)]));
}

describe('the day to which roll-ups count', () => {
  it('leaves out those that have nothing to show yet', async () => {
    expect([...rollups(await loadSample('2026-03-12')).keys()]).toEqual(['rollup-archive', 'rollup-progress']);
    expect([...rollups(await load(TINY)).keys()]).toEqual(['rollup-archive', 'rollup-progress', 'rollup-survey']);
  });

  it('counts nothing that came later', async () => {
    const now = rollups(await loadSample('2026-05-14')).get('rollup-problems');
    expect(now).toContain('截至2026年5月14日');
    // The power station's report came on 20 May.
    expect(now).toMatch(/行　\d+ \| 云岭供电所 \| （未报） \| （未报）/);
  });

  it('makes every roll-up on every day on which something is due', async () => {
    const { value } = await loadSample();
    if (!value) throw new Error('the campaign cannot be read');
    const compose = createCompose(value);
    const rolled = value.entries.filter(({ kind }) => kind.scope === 'project');
    // Prose may cite a roll-up on a day on which there is nothing for it yet.
    for (const asOf of new Set([value.campaign.from, ...value.campaign.deliverables.map(({ due }) => due)]))
      for (const entry of rolled) {
        const { diagnostics } = compose({ ...entry, data: { ...entry.data, issuedOn: asOf, asOf } });
        expect([entry.id, asOf, diagnostics]).toEqual([entry.id, asOf, []]);
      }
  });
});
