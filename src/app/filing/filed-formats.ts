import { printedFirst } from '../../formats/format.js';
import type { Format } from '../../formats/format.js';
import { FORMATS } from '../build/formats.js';

/** A format in which documents are filed. */
export type FiledFormat = Format & { readonly filedAs: NonNullable<Format['filedAs']> };

/** The formats in which documents are filed. */
export const FILED_FORMATS: readonly FiledFormat[] = FORMATS.filter(
  (format): format is FiledFormat => format.filedAs !== null,
).toSorted(printedFirst);
