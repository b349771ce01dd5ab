import type { Span } from '../model/span.js';

/**
 * The result of a citation: a figure with the locations of its source values, a missing value, or an invalid citation.
 * `message` gives the reason in Chinese, `known` the valid names, `asked` the invalid one.
 */
export type Cited =
  | { readonly kind: 'figure'; readonly text: string; readonly places: readonly Span[] }
  | { readonly kind: 'unreported' }
  | { readonly kind: 'unknown'; readonly message: string; readonly known: readonly string[]; readonly asked: string };
