import { setFlagsFromString } from 'node:v8';

const MEGABYTE = 2 ** 20;
/** Bytes of text from which on a workspace is large: that of two hundred units. A smaller one is left to V8. */
const LARGE = 16 * MEGABYTE;
/** What a build holds at the most while it composes and writes, apart from the texts and what is read from them. */
const BASE = 100 * MEGABYTE;
/** Bytes that are held for each byte of text: the text, its data, and what is remembered of its documents. */
const HELD = 2.7;
/** Bytes of the heap that may be garbage. */
const GARBAGE = 130 * MEGABYTE;

/**
 * Sees to it that the garbage of a large workspace, of which so many `bytes` of text are about to be read, takes no more
 * memory than that of a small one. V8 lets it grow to a multiple of what is held, which makes gigabytes of a few hundred
 * megabytes; here it may have as much as in a small workspace. Collecting it more often costs a few per cent of the time.
 */
export function limitHeapGrowth(bytes: number): void {
  const percent = growthFor(bytes);
  if (percent !== null) setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** By how many per cent of what is held the heap may grow before it is collected; null where V8 decides. */
export function growthFor(bytes: number): number | null {
  return bytes < LARGE ? null : Math.max(10, Math.round((100 * GARBAGE) / (BASE + HELD * bytes)));
}
