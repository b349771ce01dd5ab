import type { Volume } from '../model/volume.js';

/** The pages on which the documents of a volume begin. */
export interface Paging {
  /** The first page of each document, counted from 1 at the cover. */
  readonly first: readonly number[];
  /** For each document, whether a blank page precedes it, so that it begins on a right-hand page. */
  readonly emptyBefore: readonly boolean[];
}

/** The paging before the first print. */
export const initialPaging: Paging = { first: [], emptyBefore: [] };

/** The paging for the next print; `starts` are the pages on which the documents began in the print with `previous`. */
export function nextPaging({ twoSided }: Volume, starts: readonly number[], previous: Paging): Paging {
  const first: number[] = [];
  const emptyBefore: boolean[] = [];
  let shift = 0;
  for (const [index, start] of starts.entries()) {
    if (previous.emptyBefore[index] === true) shift -= 1;
    const needsEmptyPage = twoSided && (start + shift) % 2 === 0;
    if (needsEmptyPage) shift += 1;
    first.push(start + shift);
    emptyBefore.push(needsEmptyPage);
  }
  return { first, emptyBefore };
}

/** Whether two pagings are equal, so that no further print is needed. */
export function isSamePaging(before: Paging, after: Paging): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
