import type { Style } from '../../model/style.js';
import type { Drawings } from '../chart/drawings.js';
import { type Images } from './image.js';

/** Shared input for the HTML of blocks. */
export interface BlockContext {
  readonly style: Style;
  readonly images: Images;
  readonly charts: Drawings;
  /** Orientation of the page of the blocks. */
  readonly orientation: 'portrait' | 'landscape';
  /** True in a volume, where the title of each document is a heading of level 1. */
  readonly bound: boolean;
}
