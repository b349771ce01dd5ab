export type Edit<T> =
  | { readonly kind: 'same'; readonly before: T; readonly after: T }
  | { readonly kind: 'removed'; readonly before: T }
  | { readonly kind: 'added'; readonly after: T };

/** Above this table size, the differing middle counts as replaced completely. 25 million cells take 50 MB. */
const MAX_CELLS = 25_000_000;

/** The shortest edit script (removals and additions) from one sequence to the other. */
export function diffSequences<T>(before: readonly T[], after: readonly T[]): readonly Edit<T>[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const maxTail = Math.min(before.length, after.length) - head;
  while (tail < maxTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const same = (from: number, count: number, shift: number): readonly Edit<T>[] =>
    before.slice(from, from + count).map((value, index) => ({
      kind: 'same',
      before: value,
      after: after[from + shift + index] as T,
    }));
  return [
    ...same(0, head, 0),
    ...diffMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.length - tail, tail, after.length - before.length),
  ];
}

function diffMiddle<T>(before: readonly T[], after: readonly T[]): readonly Edit<T>[] {
  const removed = before.map((value): Edit<T> => ({ kind: 'removed', before: value }));
  const added = after.map((value): Edit<T> => ({ kind: 'added', after: value }));
  if (before.length === 0 || after.length === 0 || before.length * after.length > MAX_CELLS)
    return [...removed, ...added];
  return traceEdits(before, after, commonLengths(before, after));
}

/** The table of the longest common subsequence lengths for every pair of suffixes. */
function commonLengths<T>(before: readonly T[], after: readonly T[]): Uint16Array {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        before[i] === after[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}

function traceEdits<T>(before: readonly T[], after: readonly T[], lengths: Uint16Array): readonly Edit<T>[] {
  const width = after.length + 1;
  const edits: Edit<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [left, right] = [before[i] as T, after[j] as T];
    if (left === right) {
      edits.push({ kind: 'same', before: left, after: right });
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      edits.push({ kind: 'removed', before: left });
      i += 1;
    } else {
      edits.push({ kind: 'added', after: right });
      j += 1;
    }
  }
  for (; i < before.length; i += 1) edits.push({ kind: 'removed', before: before[i] as T });
  for (; j < after.length; j += 1) edits.push({ kind: 'added', after: after[j] as T });
  return edits;
}
