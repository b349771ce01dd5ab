import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { traceFigures } from '../../../src/app/trace/trace-figures.js';
import { textAt } from '../../../src/model/data.js';
import type { Figure } from '../../../src/model/figures.js';
import type { Project } from '../../../src/model/project.js';
import { writeTrace } from '../../../src/report/trace.js';
import { loadSample } from '../../support/sample.js';
import { ROOT } from '../../support/workspace.js';

let project: Project;
beforeAll(async () => {
  const loaded = await loadSample();
  if (!loaded.value) throw new Error('the sample cannot be read');
  project = loaded.value;
});

function trace(kind: string, row: string, column: string): readonly Figure[] {
  const result = traceFigures(project, kind, { row, column, figure: '' });
  if (typeof result === 'string') throw new Error(result);
  return result.value;
}

describe('a figure of a roll-up', () => {
  it('is traced to the lines that were counted', () => {
    const [figure] = trace('整改台账总表', '芦湾管理处', '逾期未销');
    const rows = readFileSync(join(ROOT, 'content', 'units', 'luwan', 'ledger.csv'), 'utf8').split(/\r?\n/);
    const open = rows.flatMap((row, index) => (row.split(',')[1] === '推进中' ? [index + 1] : []));
    expect(figure?.value).toBe(String(open.length));
    expect(writeTrace(figure ? [figure] : [], project.sources)).toContain(
      `content/units/luwan/ledger.csv:${open[0]}-${open.at(-1)}`,
    );
  });

  it('is as many places as it counts', () => {
    const figures = trace('征求意见汇总表', '芦湾管理处', '采纳');
    expect(figures.map(({ value, places }) => [value, String(places.length)])).toEqual([
      [figures[0]?.value, figures[0]?.value],
    ]);
  });

  it('that stands in one field is traced to that line', () => {
    const [figure] = trace('征求意见汇总表', '芦湾管理处', '原始意见');
    const span = figure?.places[0];
    const text = readFileSync(join(ROOT, span?.path ?? ''), 'utf8');
    expect(text.slice(span?.start, span?.end)).toContain('212');
  });

  it('as a percentage never borrows the places of another figure', () => {
    for (const row of project.units) {
      const name = textAt(row.data, 'shortName');
      for (const { places } of trace('评议与满意度汇总表', name, '满意率'))
        expect(new Set(places.map(({ path }) => path))).toEqual(new Set([`content/units/${row.id}/survey.md`]));
    }
  });

  it('is traced in every roll-up', () => {
    for (const { kind } of project.entries.filter(({ kind: { scope } }) => scope === 'project')) {
      const result = traceFigures(project, kind.label, { row: '', column: '', figure: '' });
      if (typeof result === 'string') throw new Error(result);
      expect(result.diagnostics).toEqual([]);
      expect(result.value.length, kind.label).toBeGreaterThan(0);
    }
  });
});
