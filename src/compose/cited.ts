import type { Origin } from '../model/origin.js';

/** A figure that prose cites, with its origin; `unknown` is why there is none, in Chinese. */
export type Cited =
  | { readonly kind: 'figure'; readonly text: string; readonly origin: Origin }
  | { readonly kind: 'unreported' }
  | { readonly kind: 'unknown'; readonly message: string; readonly known: readonly string[]; readonly asked: string };
