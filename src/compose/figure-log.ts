import type { Figure } from '../model/figure-trace.js';

/** The figures of one document as they come about. */
export interface FigureLog {
  readonly figures: Figure[];
  /** How many of them had been noted when a value was last printed: what came since belongs to the next one. */
  printed: number;
}
