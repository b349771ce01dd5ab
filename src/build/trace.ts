import { createTracer } from '../compose/document.js';
import { tracedFigures } from '../model/figure-trace.js';
import type { TracedFigure } from '../model/figure-trace.js';
import type { Checked } from '../model/diagnostic.js';
import type { Project } from '../model/project.js';

/** Which figures are asked for; empty means any. */
export interface FigureQuery {
  readonly row: string;
  readonly column: string;
  readonly figure: string;
}

/** The figures of a roll-up with the content that they were made from, or a sentence that says why there are none. */
export function traceRollup(
  project: Project,
  kindName: string,
  { row, column, figure }: FigureQuery,
): Checked<readonly TracedFigure[]> | string {
  const rollups = project.entries.filter(({ kind }) => kind.scope === 'project');
  const entry = rollups.find(({ kind }) => kind.label === kindName || kind.id === kindName);
  if (!entry) return `没有“${kindName}”这个汇总表。可以写：${rollups.map(({ kind }) => kind.label).join('、')}。`;
  const { value, diagnostics } = createTracer(project)(entry);
  const asked = (found: TracedFigure): boolean =>
    (row === '' || found.row === row) &&
    (column === '' || found.column === column) &&
    (figure === '' || found.value === figure);
  return { value: value ? tracedFigures(value).filter(asked) : [], diagnostics };
}
