import type { Doc } from './doc.js';
import { tablesOf } from './doc-tables.js';

/** A table with more rows than this is written row by row. */
const LONG = 1000;
/** Stands for rows until they are written; a noncharacter, which no document holds. */
const ROWS = '\uFDD6';

/**
 * A document as `JSON.stringify` would have it, in pieces: the ledger of a large district is a hundred megabytes in one
 * piece, with its copy in UTF-8, for the sake of a digest.
 */
export function* documentJson(doc: Doc): Generator<string> {
  const long = tablesOf(doc)
    .map(({ rows }) => rows)
    .filter((rows) => rows.length > LONG);
  if (long.length === 0) {
    yield JSON.stringify(doc);
    return;
  }
  const met: (readonly unknown[])[] = [];
  const setAside = (_: string, value: unknown): unknown => {
    if (!long.includes(value as (typeof long)[number])) return value;
    met.push(value as readonly unknown[]);
    return ROWS;
  };
  const [first = '', ...rest] = JSON.stringify(doc, setAside).split(JSON.stringify(ROWS));
  yield first;
  for (const [index, piece] of rest.entries()) {
    yield* listJson(met[index] ?? []);
    yield piece;
  }
}

function* listJson(list: readonly unknown[]): Generator<string> {
  for (const [index, item] of list.entries()) yield (index === 0 ? '[' : ',') + JSON.stringify(item);
  yield list.length === 0 ? '[]' : ']';
}
