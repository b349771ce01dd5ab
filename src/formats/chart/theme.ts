import { clipName } from '../../layout/chart-texts.js';

/** Tints of black (GB/T 9704-2012, 6.1), neighbours far apart, so that a copier and a grey printer keep them apart. */
export const FILLS: readonly Fill[] = [
  { tint: '#6e6e6e', ink: '#fff' },
  { tint: '#d6d6d6', ink: '#000' },
  { tint: '#1a1a1a', ink: '#fff' },
  { tint: '#fff', ink: '#000' },
];
/** The deeper below the lines, the darker. */
export const TIERS: readonly Fill[] = [
  { tint: '#d6d6d6', ink: '#000' },
  { tint: '#8a8a8a', ink: '#000' },
  { tint: '#1a1a1a', ink: '#fff' },
];

export interface Fill {
  readonly tint: string;
  /** The colour of figures upon it. */
  readonly ink: string;
}

/** Before a name that every object has a property by; the drawing is freed of it. No name can hold it. */
export const GUARD = '\uFDD6';

/** A name as the library may have it: it keeps texts as keys of plain objects, and `__proto__` would reach them all. */
export function drawnName(name: string): string {
  const text = clipName(name);
  return text in {} ? GUARD + text : text;
}

/** Stands for the faces of a role, which differ from machine to machine, until the drawing is finished. */
export const FAMILIES = { body: 'role-body', heading1: 'role-heading1' } as const;

const LARGE = 10.5;
const SMALL = 9;
/** Rows closer than this take the smaller size. */
const TIGHT = 16;

/** Size of the text in points for rows so many points apart. */
export function textSize(pitch: number): number {
  return pitch < TIGHT ? SMALL : LARGE;
}

export type ChartStyle = Readonly<Record<string, unknown>>;

export function textStyle(role: keyof typeof FAMILIES, size: number, color = '#000'): ChartStyle {
  return { fontFamily: FAMILIES[role], fontSize: size, fontWeight: 'normal', color, textBorderWidth: 0 };
}

export function fillStyle({ tint }: Fill): ChartStyle {
  return { color: tint, borderColor: '#000', borderWidth: 0.5 };
}

/** The fill past so many lines of those given, from the highest down. */
export function tierFill(missed: number): Fill {
  return TIERS[Math.min(missed, TIERS.length - 1)] as Fill;
}

export function seriesFill(index: number): Fill {
  return FILLS[index % FILLS.length] as Fill;
}
