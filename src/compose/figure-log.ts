import type { Figure } from '../model/figure-trace.js';

/** The traced figures of one document, in the order in which helpers compute them. */
export interface FigureLog {
  readonly figures: Figure[];
  /** Number of figures at the time a value was last printed; later ones belong to the next printed value. */
  printed: number;
}
