const CONTEXT_LINES = 1;

/** A unified diff of two texts with the same number of lines, as fixes produce them. Empty if they are equal. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const oldLines = linesOf(before);
  const newLines = linesOf(after);
  const changed = oldLines.flatMap((line, index) => (line === newLines[index] ? [] : [index]));
  if (changed.length === 0) return '';
  const hunks = hunksOf(changed, oldLines.length).map((hunk) => writeHunk(hunk, oldLines, newLines));
  return [`--- a/${path}`, `+++ b/${path}`, ...hunks].join('\n') + '\n';
}

/** The final line end does not start another line. */
function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** Lines from `start` (inclusive) to `end` (exclusive), counted from 0. */
interface Hunk {
  readonly start: number;
  readonly end: number;
}

/** Changed lines with their context; adjacent hunks are joined. */
function hunksOf(changed: readonly number[], length: number): readonly Hunk[] {
  return changed.reduce<readonly Hunk[]>((hunks, line) => {
    const last = hunks.at(-1);
    const end = Math.min(length, line + CONTEXT_LINES + 1);
    const start = Math.max(0, line - CONTEXT_LINES);
    if (last && start <= last.end) return [...hunks.slice(0, -1), { start: last.start, end }];
    return [...hunks, { start, end }];
  }, []);
}

function writeHunk({ start, end }: Hunk, oldLines: readonly string[], newLines: readonly string[]): string {
  const size = end - start;
  const lines = oldLines.slice(start, end).flatMap((line, index) => {
    const newLine = newLines[start + index] ?? '';
    return line === newLine ? [` ${line}`] : [`-${line}`, `+${newLine}`];
  });
  return [`@@ -${start + 1},${size} +${start + 1},${size} @@`, ...lines].join('\n');
}
