import type { Style } from '../../src/model/style.js';
import type { DocName } from './documents.js';
import type { Prints, Reading } from './measure.js';

/** The page and the 版心 of 5.1 and 5.2.1 in millimetres. Defined here independently of the style under test. */
export const LEFT = 28;
export const RIGHT = 184;
export const TOP = 37;
export const BOTTOM = 262;
/** One cell and one line of the grid (5.2.3). */
export const CELL = 156 / 28;
export const LINE = 225 / 22;

/** Half a millimetre, about what can be read from a ruler. */
export const TOLERANCE = 0.5;
/** Tolerance of the thickness of rules. */
export const FINE = 0.05;

/** One requirement of the standard, its measurement, and a style with which the measurement must fail. */
export interface Check {
  readonly name: string;
  readonly clause: string;
  /** The measured documents. */
  readonly on: readonly DocName[];
  readonly measure: (prints: Prints) => readonly Reading[];
  readonly wrong: (style: Style) => Style;
}

export function reading(what: string, expected: number, found: number, tolerance = TOLERANCE): Reading {
  return { what, expected, found, tolerance };
}
