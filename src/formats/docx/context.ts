import type { Chart } from '../../model/chart.js';
import type { Style } from '../../model/style.js';
import type { Orientation } from './geometry.js';
import type { HeadingCounter } from './styles/numbering.js';

/** Charts as PNG. */
export type ChartImages = ReadonlyMap<Chart, Uint8Array>;

/** What every part of a document is written with. */
export interface DocxContext {
  readonly style: Style;
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly charts: ChartImages;
  readonly headings: HeadingCounter;
  /** True in a volume, where the titles of its documents are the highest headings. */
  readonly bound: boolean;
}

/** What blocks are written with besides: the sheet they stand on. */
export interface BlockContext extends DocxContext {
  readonly orientation: Orientation;
  /** True inside a quotation. */
  readonly quoted: boolean;
}
