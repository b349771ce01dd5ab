const CONTEXT = 1;

/**
 * A unified diff of two texts that have the same number of lines, as mending leaves them. Empty where they are equal.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const old = linesOf(before);
  const now = linesOf(after);
  const changed = old.flatMap((line, index) => (line === now[index] ? [] : [index]));
  if (changed.length === 0) return '';
  const hunks = hunksOf(changed, old.length).map((hunk) => writeHunk(hunk, old, now));
  return [`--- a/${path}`, `+++ b/${path}`, ...hunks].join('\n') + '\n';
}

/** The line end at the end of a file begins no line. */
function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** Lines from `start`, the line `end` not among them. */
interface Hunk {
  readonly start: number;
  readonly end: number;
}

/** Changed lines with their context, joined where they touch. */
function hunksOf(changed: readonly number[], length: number): readonly Hunk[] {
  return changed.reduce<readonly Hunk[]>((hunks, line) => {
    const last = hunks.at(-1);
    const end = Math.min(length, line + CONTEXT + 1);
    const start = Math.max(0, line - CONTEXT);
    if (last && start <= last.end) return [...hunks.slice(0, -1), { start: last.start, end }];
    return [...hunks, { start, end }];
  }, []);
}

function writeHunk({ start, end }: Hunk, old: readonly string[], now: readonly string[]): string {
  const size = end - start;
  const lines = old.slice(start, end).flatMap((line, index) => {
    const other = now[start + index] ?? '';
    return line === other ? [` ${line}`] : [`-${line}`, `+${other}`];
  });
  return [`@@ -${start + 1},${size} +${start + 1},${size} @@`, ...lines].join('\n');
}
