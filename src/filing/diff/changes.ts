import { diffSequences } from './sequence.js';
import type { Edit } from './sequence.js';

/** A stretch of a passage that both versions have, or only one. */
export interface Stretch {
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
      readonly stretches: readonly Stretch[];
    };

/** Passages that have less than this share of characters in common are two passages, not one that was changed. */
const KINSHIP = 0.5;

/** What was changed from one version to the next, passage by passage; what stayed is left out. */
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

/** Takes each removed passage together with the next added one that is like it. */
function pairUp(removed: readonly string[], added: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let next = 0;
  for (const before of removed) {
    const at = added.findIndex((after, index) => index >= next && isKin(before, after));
    if (at < 0) {
      changes.push({ kind: 'removed', before });
      continue;
    }
    changes.push(...added.slice(next, at).map((after): Change => ({ kind: 'added', after })));
    const after = added[at] ?? '';
    changes.push({ kind: 'changed', before, after, stretches: stretchesOf(before, after) });
    next = at + 1;
  }
  return [...changes, ...added.slice(next).map((after): Change => ({ kind: 'added', after }))];
}

function isKin(before: string, after: string): boolean {
  const common = stretchesOf(before, after).filter(({ kind }) => kind === 'same');
  const length = common.reduce((sum, { text }) => sum + [...text].length, 0);
  return length >= KINSHIP * Math.max([...before].length, [...after].length);
}

/** The characters of two passages laid over each other; neighbours of one kind are joined. */
function stretchesOf(before: string, after: string): readonly Stretch[] {
  return diffSequences([...before], [...after]).reduce<Stretch[]>((stretches, edit) => {
    const text = edit.kind === 'added' ? edit.after : edit.before;
    const last = stretches.at(-1);
    if (last?.kind === edit.kind) stretches[stretches.length - 1] = { ...last, text: last.text + text };
    else stretches.push({ kind: edit.kind, text });
    return stretches;
  }, []);
}
