import type { Chart } from '../../model/chart.js';

/** Charts as SVG; apart from what draws them, which takes a while to load. */
export type Drawings = ReadonlyMap<Chart, string>;
