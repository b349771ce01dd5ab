import { type Style } from '../../../model/style.js';
import { cellWidth } from '../../../layout/units.js';

/** A CSS length in points; three decimals are finer than the layout unit of the browser, 1/64 px. */
export function points(value: number): string {
  return `${Number(value.toFixed(3))}pt`;
}

/** A CSS length in cells of the text grid. */
export function inCells(count: number, style: Style): string {
  return points(count * cellWidth(style));
}

export function millimetres(value: number): string {
  return `${Number(value.toFixed(3))}mm`;
}

/** Width of a 4号 character with its letter spacing in points, the cell of 版记. */
export function smallCell(style: Style): number {
  return style.size.small + style.grid.letterSpacing;
}
