import type { Span } from '../model/span.js';
/** A figure that prose cites, with the content that it was made from; `unknown` is why there is none, in Chinese. */
export type Cited =
  | { readonly kind: 'figure'; readonly text: string; readonly places: readonly Span[] }
  | { readonly kind: 'unreported' }
  | { readonly kind: 'unknown'; readonly message: string; readonly known: readonly string[]; readonly asked: string };
