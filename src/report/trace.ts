import type { Figure } from '../model/figures.js';
import { positionAt } from '../model/span.js';
import type { Span } from '../model/span.js';
import type { Source } from '../model/source.js';

/** Writes traced figures for a terminal: position and value of each figure, and the files and lines of its sources. */
export function writeTrace(figures: readonly Figure[], sources: ReadonlyMap<string, Source>): string {
  return figures.map((figure) => writeFigure(figure, sources)).join('\n');
}

function writeFigure({ table, row, column, value, places }: Figure, sources: ReadonlyMap<string, Source>): string {
  const position = table === '' ? '正文' : [table, row, column].filter((part) => part !== '').join(' › ');
  const files = linesByFile(places, sources).map(([path, lines]) => `  ${path}${lines === '' ? '' : `:${lines}`}`);
  return [`${position}：${value}，出自${places.length}处`, ...files, ''].join('\n');
}

/** The line numbers in each file; consecutive lines are joined, such as 2-9. */
function linesByFile(
  places: readonly Span[],
  sources: ReadonlyMap<string, Source>,
): readonly (readonly [string, string])[] {
  const paths = [...new Set(places.map(({ path }) => path))];
  return paths.map((path) => {
    const text = sources.get(path)?.text ?? '';
    const spans = places.filter((span) => span.path === path && span.end > 0);
    const lines = [...new Set(spans.map((span) => positionAt(text, span.start).line))].sort((a, b) => a - b);
    return [path, lineRanges(lines)];
  });
}

function lineRanges(lines: readonly number[]): string {
  const starts = lines.filter((line) => !lines.includes(line - 1));
  return starts
    .map((start) => {
      let end = start;
      while (lines.includes(end + 1)) end += 1;
      return end === start ? String(start) : `${start}-${end}`;
    })
    .join('、');
}
