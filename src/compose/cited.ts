import type { Origin } from '../model/origin.js';

/**
 * The result of a citation: a figure with its origin, a missing value, or an invalid citation. `message` gives the reason
 * in Chinese, `known` the valid names, `asked` the invalid one.
 */
export type CitationResult =
  | { readonly kind: 'figure'; readonly text: string; readonly origin: Origin }
  | { readonly kind: 'unreported' }
  | { readonly kind: 'unknown'; readonly message: string; readonly known: readonly string[]; readonly asked: string };
