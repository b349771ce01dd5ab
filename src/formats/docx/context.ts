import type { Chart } from '../../model/chart.js';
import type { Style } from '../../model/style.js';
import type { Orientation } from './geometry.js';
import type { HeadingCounter } from './styles/numbering.js';

/** Charts as PNG. */
export type ChartImages = ReadonlyMap<Chart, Uint8Array>;

/** Context of all parts of a document. */
export interface DocxContext {
  readonly style: Style;
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly charts: ChartImages;
  readonly headings: HeadingCounter;
  /** True in a volume, where the titles of the documents are headings of level 1. */
  readonly inVolume: boolean;
}

/** Context of blocks: also the orientation of their page. */
export interface BlockContext extends DocxContext {
  readonly orientation: Orientation;
  /** True inside a block quotation. */
  readonly quoted: boolean;
}
