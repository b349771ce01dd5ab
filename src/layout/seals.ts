import { chunks } from './chunks.js';
import { widthInCells } from './measure.js';
import { type Style } from '../model/style.js';
import { cellWidth, mmToPoints } from './units.js';

/** A name under its seal; `middle` is the centre of both, in cells from the right edge of the 版心. */
export interface SealedName {
  readonly organ: string;
  readonly middle: number;
}

/** The names of a sealed document, in rows from the top; the date is below the last row. */
export interface SealedRows {
  readonly rows: readonly (readonly SealedName[])[];
  /** The centre of the date, in cells from the right edge of the 版心. */
  readonly date: number;
  /** Blank lines between two rows, enough to keep their seals apart. */
  readonly blankLines: number;
}

/** Inset of the date from the right edge of the 版心 in cells (7.3.5.1). */
const DATE_INSET = 4;

/**
 * Positions of the names and the date under their seals (7.3.5.1). A single name is centred on the date, which is inset
 * four cells. Joint names are in columns as wide as a seal or the longest name, as many in a row as fit the 版心. A
 * partly filled last row is aligned right, because the last seal also covers the date.
 */
export function sealedRows(organs: readonly string[], date: string, style: Style): SealedRows {
  const widest = Math.max(0, ...organs.map(widthInCells));
  const width = widthInCells(date);
  const blankLines = Math.ceil(sealPitch(style) / style.grid.linePitch) - 1;
  if (organs.length <= 1) {
    const middle = Math.max(DATE_INSET, (widest - width) / 2) + width / 2;
    return { rows: [organs.map((organ) => ({ organ, middle }))], date: middle, blankLines };
  }
  const lineCells = style.grid.cellsPerLine;
  const columnWidth = Math.max(sealPitch(style) / cellWidth(style), widest + 1);
  const perRow = Math.max(1, Math.min(organs.length, Math.floor(lineCells / columnWidth)));
  const rightmost = Math.max(
    columnWidth / 2,
    Math.min(DATE_INSET + width / 2, lineCells - columnWidth * (perRow - 0.5)),
  );
  const rows = chunks(organs, perRow).map((row) =>
    row.map((organ, index) => ({ organ, middle: rightmost + columnWidth * (row.length - 1 - index) })),
  );
  return { rows, date: rightmost, blankLines };
}

/** Diameter of a seal and the least distance to the next, in points. */
function sealPitch({ seal }: Style): number {
  return mmToPoints(seal.diameterMm + seal.gapMm);
}
