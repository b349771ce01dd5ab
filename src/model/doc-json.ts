import type { Doc } from './doc.js';
import { tablesOf } from './doc-tables.js';

/** A table with more rows than this is serialised row by row. */
const MAX_UNSTREAMED_ROWS = 1000;
/** Placeholder for streamed rows; a noncharacter, which no document contains. */
const ROWS_PLACEHOLDER = '\uFDD6';

/**
 * The JSON of a document in pieces that join to the output of `JSON.stringify`. The digest of a large ledger can thus
 * be computed without a string of a hundred megabytes and its UTF-8 copy.
 */
export function* documentJson(doc: Doc): Generator<string> {
  const longTables = tablesOf(doc)
    .map(({ rows }) => rows)
    .filter((rows) => rows.length > MAX_UNSTREAMED_ROWS);
  if (longTables.length === 0) {
    yield JSON.stringify(doc);
    return;
  }
  const streamed: (readonly unknown[])[] = [];
  const replaceRows = (_: string, value: unknown): unknown => {
    if (!longTables.includes(value as (typeof longTables)[number])) return value;
    streamed.push(value as readonly unknown[]);
    return ROWS_PLACEHOLDER;
  };
  const [first = '', ...rest] = JSON.stringify(doc, replaceRows).split(JSON.stringify(ROWS_PLACEHOLDER));
  yield first;
  for (const [index, piece] of rest.entries()) {
    yield* listJson(streamed[index] ?? []);
    yield piece;
  }
}

function* listJson(list: readonly unknown[]): Generator<string> {
  for (const [index, item] of list.entries()) yield (index === 0 ? '[' : ',') + JSON.stringify(item);
  yield list.length === 0 ? '[]' : ']';
}
