import { clipName } from '../../layout/chart-texts.js';

/**
 * Tints of black (GB/T 9704-2012, 6.1). Neighbours differ strongly, so that they stay distinct on copiers and grey
 * printers.
 */
export const SERIES_FILLS: readonly Fill[] = [
  { tint: '#6e6e6e', ink: '#fff' },
  { tint: '#d6d6d6', ink: '#000' },
  { tint: '#1a1a1a', ink: '#fff' },
  { tint: '#fff', ink: '#000' },
];
/** From light to dark, by the number of threshold lines that a value misses. */
export const TIER_FILLS: readonly Fill[] = [
  { tint: '#d6d6d6', ink: '#000' },
  { tint: '#8a8a8a', ink: '#000' },
  { tint: '#1a1a1a', ink: '#fff' },
];

export interface Fill {
  readonly tint: string;
  /** The text colour of figures on the tint. */
  readonly ink: string;
}

/** Prefix of names that are properties of every object; it is removed from the drawing. No name can contain it. */
export const KEY_GUARD = '\uFDD6';

/**
 * A name that is safe for ECharts, which uses texts as keys of plain objects: `__proto__` would change their prototype.
 */
export function toChartName(name: string): string {
  const text = clipName(name);
  return text in {} ? KEY_GUARD + text : text;
}

/** Placeholders for the font families of a role, which depend on the machine; `cleanSvg` replaces them. */
export const FAMILY_PLACEHOLDERS = { body: 'role-body', heading1: 'role-heading1' } as const;

const LARGE_TEXT = 10.5;
const SMALL_TEXT = 9;
/** Rows with a smaller pitch, in points, use the smaller text size. */
const TIGHT_PITCH = 16;

/** Text size in points for rows of the given pitch in points. */
export function textSize(pitch: number): number {
  return pitch < TIGHT_PITCH ? SMALL_TEXT : LARGE_TEXT;
}

export type ChartStyle = Readonly<Record<string, unknown>>;

export function textStyle(role: keyof typeof FAMILY_PLACEHOLDERS, size: number, color = '#000'): ChartStyle {
  return { fontFamily: FAMILY_PLACEHOLDERS[role], fontSize: size, fontWeight: 'normal', color, textBorderWidth: 0 };
}

export function fillStyle({ tint }: Fill): ChartStyle {
  return { color: tint, borderColor: '#000', borderWidth: 0.5 };
}

/** The fill of a value that misses the given number of threshold lines. */
export function tierFill(missed: number): Fill {
  return TIER_FILLS[Math.min(missed, TIER_FILLS.length - 1)] as Fill;
}

export function seriesFill(index: number): Fill {
  return SERIES_FILLS[index % SERIES_FILLS.length] as Fill;
}
