import type { Style } from '../../model/style.js';
import type { Drawings } from '../chart/drawings.js';
import { type Images } from './image.js';

/** What blocks need besides themselves. */
export interface BlockContext {
  readonly style: Style;
  readonly images: Images;
  readonly charts: Drawings;
  /** How the sheet lies that the blocks stand on. */
  readonly orientation: 'portrait' | 'landscape';
  /** True in a volume, where the title of the document itself is the highest heading. */
  readonly bound: boolean;
}
