import type { Chart } from '../../model/chart.js';

/** Charts as SVG. The type has a module of its own because the drawing code is slow to load. */
export type Drawings = ReadonlyMap<Chart, string>;
