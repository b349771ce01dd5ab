import { setFlagsFromString } from 'node:v8';

const MEGABYTE = 2 ** 20;
/** Bytes of text above which heap growth is limited: the size of a workspace with two hundred units. */
const LARGE_WORKSPACE = 16 * MEGABYTE;
/** Peak live bytes of a build, apart from texts and the data read from them. */
const BASE_LIVE = 100 * MEGABYTE;
/** Live bytes for each byte of text: the text, its data, and cached results for its documents. */
const LIVE_PER_TEXT_BYTE = 2.7;
/** Bytes of garbage that the heap may contain. */
const MAX_GARBAGE = 130 * MEGABYTE;

/**
 * Limits the garbage on the heap before `bytes` of text are read. V8 lets the heap grow to a multiple of the live data,
 * which makes gigabytes of a few hundred megabytes. In a large workspace, garbage is limited to the amount in a small
 * one; the more frequent collections cost a few per cent of the time.
 */
export function limitHeapGrowth(bytes: number): void {
  const percent = growthFor(bytes);
  if (percent !== null) setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** The value of `--heap-growing-percent`, relative to the live data; null to use V8's default. */
export function growthFor(bytes: number): number | null {
  return bytes < LARGE_WORKSPACE
    ? null
    : Math.max(10, Math.round((100 * MAX_GARBAGE) / (BASE_LIVE + LIVE_PER_TEXT_BYTE * bytes)));
}
