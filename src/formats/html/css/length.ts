import { type Style } from '../../../model/style.js';
import { cell } from '../../../layout/units.js';

/** A length in points as CSS has it; three decimals are finer than the engine's 1/64 px. */
export function points(value: number): string {
  return `${Number(value.toFixed(3))}pt`;
}

/** A length in cells of the body's grid. */
export function inCells(count: number, style: Style): string {
  return points(count * cell(style));
}

export function millimetres(value: number): string {
  return `${Number(value.toFixed(3))}mm`;
}

/** Width of one character of 4号 with its spacing, the cell of 版记. */
export function smallCell(style: Style): number {
  return style.size.small + style.grid.letterSpacing;
}
