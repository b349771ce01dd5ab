import { diffSequences } from './sequence.js';
import type { Edit } from './sequence.js';

/** A part of a passage that is in both versions or only in one. */
export interface Segment {
  readonly kind: Edit<string>['kind'];
  readonly text: string;
}

export type Change =
  | { readonly kind: 'removed'; readonly before: string }
  | { readonly kind: 'added'; readonly after: string }
  | {
      readonly kind: 'changed';
      readonly before: string;
      readonly after: string;
      readonly stretches: readonly Segment[];
    };

/** Minimum share of common characters at which two passages count as one changed passage. */
const MIN_SIMILARITY = 0.5;

/** The changed passages between two versions; unchanged passages are omitted. */
export function changesBetween(before: readonly string[], after: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    changes.push(...pairUp(removed, added));
    [removed, added] = [[], []];
  };
  for (const edit of diffSequences(before, after)) {
    if (edit.kind === 'removed') removed.push(edit.before);
    else if (edit.kind === 'added') added.push(edit.after);
    else flush();
  }
  flush();
  return changes;
}

/** Pairs each removed passage with the next similar added one. */
function pairUp(removed: readonly string[], added: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let next = 0;
  for (const before of removed) {
    const match = added.findIndex((after, index) => index >= next && isSimilar(before, after));
    if (match < 0) {
      changes.push({ kind: 'removed', before });
      continue;
    }
    changes.push(...added.slice(next, match).map((after): Change => ({ kind: 'added', after })));
    const after = added[match] ?? '';
    changes.push({ kind: 'changed', before, after, stretches: segmentsOf(before, after) });
    next = match + 1;
  }
  return [...changes, ...added.slice(next).map((after): Change => ({ kind: 'added', after }))];
}

function isSimilar(before: string, after: string): boolean {
  const common = segmentsOf(before, after).filter(({ kind }) => kind === 'same');
  const length = common.reduce((sum, { text }) => sum + [...text].length, 0);
  return length >= MIN_SIMILARITY * Math.max([...before].length, [...after].length);
}

/** Compares two passages character by character; adjacent segments of the same kind are joined. */
function segmentsOf(before: string, after: string): readonly Segment[] {
  return diffSequences([...before], [...after]).reduce<Segment[]>((stretches, edit) => {
    const text = edit.kind === 'added' ? edit.after : edit.before;
    const last = stretches.at(-1);
    if (last?.kind === edit.kind) stretches[stretches.length - 1] = { ...last, text: last.text + text };
    else stretches.push({ kind: edit.kind, text });
    return stretches;
  }, []);
}
