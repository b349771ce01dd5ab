import { describe, expect, it } from 'vitest';
import { createCompose } from '../../src/compose/document.js';
import { plainText } from '../../src/model/block.js';
import type { Project } from '../../src/model/project.js';
import { tablesOf } from '../../src/model/doc-tables.js';
import { loadSample } from '../support/sample.js';

const UNITS = 30;

/** The sample with one of its units thirty times over, of which so many have reported the problems that they share. */
async function district(reporting: number): Promise<Project> {
  const { value } = await loadSample('2026-11-10');
  if (!value) throw new Error('the sample cannot be read');
  const unit = value.units.find(({ id }) => id === 'luwan')!;
  const report = value.entries.find(({ id }) => id === 'units/luwan/problems')!;
  const ids = Array.from({ length: UNITS }, (_, index) => `u${index + 1}`);
  const units = ids.map((id, index) => ({ ...unit, id, data: { ...unit.data, id, shortName: `第${index + 1}局` } }));
  const reports = ids.slice(0, reporting).map((id) => ({ ...report, id: `units/${id}/problems`, unit: id }));
  const rollups = value.entries.filter(({ kind }) => kind.scope === 'project');
  return { ...value, units, entries: [...rollups, ...reports] };
}

/** The units that are printed for each problem that units share. */
async function sharing(reporting: number): Promise<readonly string[]> {
  const project = await district(reporting);
  const entry = project.entries.find(({ id }) => id === 'rollups/rollup-problems')!;
  const doc = createCompose(project)(entry).value;
  const table = doc ? tablesOf(doc).find(({ caption }) => caption.startsWith('共性问题')) : undefined;
  return [...new Set(table?.rows.map((row) => plainText(row.at(-1) ?? [])))];
}

describe('the units that share a problem', () => {
  it('are named one by one where they are the smaller part', async () => {
    expect(await sharing(3)).toEqual(['第1局、第2局、第3局']);
  });

  it('are all but those that are named where they are many', async () => {
    expect(await sharing(28)).toEqual(['除第29局、第30局以外的单位']);
    expect(await sharing(UNITS)).toEqual(['全部单位']);
  });
});
