import { createCompose } from '../../compose/document.js';
import { figuresOf } from '../../model/figures.js';
import type { Figure } from '../../model/figures.js';
import type { Checked } from '../../model/diagnostic.js';
import type { Project } from '../../model/project.js';

/** The figures to trace; an empty property matches any. */
export interface FigureQuery {
  readonly row: string;
  readonly column: string;
  readonly figure: string;
}

/**
 * The figures of a roll-up, or of a document that cites figures, with the content that they were computed from; a
 * string with the reason if there is no such document. A document is identified by its path, such as `bulletins/004`.
 */
export function traceFigures(
  project: Project,
  name: string,
  { row, column, figure }: FigureQuery,
): Checked<readonly Figure[]> | string {
  const rollups = project.entries.filter(({ kind }) => kind.scope === 'project');
  const entry =
    rollups.find(({ kind }) => kind.label === name || kind.id === name) ??
    project.entries.find(({ id }) => id === name.replace(/^content\//, '').replace(/\.md$/, ''));
  if (!entry) {
    const known = rollups.map(({ kind }) => kind.label).join('、');
    return `没有“${name}”这个汇总表。可以写：${known}；也可以写一份材料的路径，例如 bulletins/001。`;
  }
  const { value, diagnostics } = createCompose(project)(entry);
  const isSelected = (found: Figure): boolean =>
    (row === '' || found.row === row) &&
    (column === '' || found.column === column) &&
    (figure === '' || found.value === figure);
  return { value: value ? figuresOf(value).filter(isSelected) : [], diagnostics };
}
