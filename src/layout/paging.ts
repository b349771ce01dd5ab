import type { Volume } from '../model/volume.js';

/** On which pages the documents of a volume begin. */
export interface Paging {
  /** The first page of each document, counted from 1 at the cover. */
  readonly first: readonly number[];
  /** Whether an empty page stands before it, so that it begins on a right-hand page. */
  readonly emptyBefore: readonly boolean[];
}

/** What is known before anything was printed. */
export const unpaged: Paging = { first: [], emptyBefore: [] };

/** The paging that a print with `before` asks for; `starts` are the pages on which its documents were found to begin. */
export function pagingOf({ twoSided }: Volume, starts: readonly number[], before: Paging): Paging {
  const first: number[] = [];
  const emptyBefore: boolean[] = [];
  let shift = 0;
  for (const [index, start] of starts.entries()) {
    if (before.emptyBefore[index] === true) shift -= 1;
    const empty = twoSided && (start + shift) % 2 === 0;
    if (empty) shift += 1;
    first.push(start + shift);
    emptyBefore.push(empty);
  }
  return { first, emptyBefore };
}

/** Whether a print with one paging came to the same. */
export function isSamePaging(before: Paging, after: Paging): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
