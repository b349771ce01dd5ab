import { cells } from './measure.js';
import { type Style } from '../model/style.js';
import { cell, mmToPoints } from './units.js';

/** A name under its seal: the middle of both in cells from the right edge of the 版心. */
export interface SealedName {
  readonly organ: string;
  readonly middle: number;
}

/** The names of a sealed document, in rows from the top; the date stands under the last. */
export interface SealedRows {
  readonly rows: readonly (readonly SealedName[])[];
  /** The middle of the date, as of a name. */
  readonly date: number;
  /** Blank lines between two rows, so that their seals do not touch. */
  readonly blankLines: number;
}

/** Inset of the date from the right edge of the 版心 in cells (7.3.5.1). */
const DATE_INSET = 4;

/**
 * Where names and date stand under their seals (7.3.5.1). One name is centred on a date that is inset four cells. Joint
 * names stand in columns as wide as a seal or the longest name, so many in a row as the 版心 holds; a last row that is not
 * full ends at the right, for the last seal also presses the date.
 */
export function sealedRows(organs: readonly string[], date: string, style: Style): SealedRows {
  const widest = Math.max(0, ...organs.map(cells));
  const width = cells(date);
  const blankLines = Math.ceil(sealPitch(style) / style.grid.linePitch) - 1;
  if (organs.length <= 1) {
    const middle = Math.max(DATE_INSET, (widest - width) / 2) + width / 2;
    return { rows: [organs.map((organ) => ({ organ, middle }))], date: middle, blankLines };
  }
  const room = style.grid.cellsPerLine;
  const column = Math.max(sealPitch(style) / cell(style), widest + 1);
  const perRow = Math.max(1, Math.min(organs.length, Math.floor(room / column)));
  const rightmost = Math.max(column / 2, Math.min(DATE_INSET + width / 2, room - column * (perRow - 0.5)));
  const rows = chunks(organs, perRow).map((row) =>
    row.map((organ, index) => ({ organ, middle: rightmost + column * (row.length - 1 - index) })),
  );
  return { rows, date: rightmost, blankLines };
}

/** A seal and the least room to the next, in points. */
function sealPitch({ seal }: Style): number {
  return mmToPoints(seal.diameterMm + seal.gapMm);
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.length === 0 ? [] : [items.slice(0, size), ...chunks(items.slice(size), size)];
}
