import type { DocName } from './documents.js';
import type { Ink } from './ink.js';
import { pageLines, type Line } from './lines.js';
import type { Figure, Glyph, Page } from './page.js';

const POINTS_PER_MM = 72 / 25.4;
/** Distance from the baseline down to the bottom of a Han character's em square, in ems. */
const BELOW = 0.12;

/** The measured prints of the documents in `documents.ts`. Documents that a check does not use have no pages. */
export interface Prints extends Readonly<Record<DocName, readonly Page[]>> {
  readonly ink: Ink;
}

/** One measurement, in millimetres unless its name says another unit. */
export interface Reading {
  readonly what: string;
  readonly expected: number;
  readonly found: number;
  readonly tolerance: number;
}

export function mm(points: number): number {
  return points / POINTS_PER_MM;
}

/** The line that begins with a text. Throws if there is none, so that a check cannot pass without measuring. */
export function lineOf(page: Page | undefined, text: string): Line {
  const line = page && pageLines(page).find((each) => each.text.normalize('NFKC').startsWith(text.normalize('NFKC')));
  if (!line) throw new Error(`没有找到以“${text}”开头的一行`);
  return line;
}

/** The lines of body text, by their font size: without the page number and the 版记. */
export function textLines(page: Page): readonly Line[] {
  return pageLines(page).filter((line) => size(line) > 15 && size(line) < 17);
}

function size(line: Line): number {
  return first(line).size;
}

export function first(line: Line): Glyph {
  const glyph = line.glyphs[0];
  if (!glyph) throw new Error('空行');
  return glyph;
}

export function last(line: Line): Glyph {
  const glyph = line.glyphs.at(-1);
  if (!glyph) throw new Error('空行');
  return glyph;
}

/** Millimetres from the left edge of the page to the edges of a line's characters. */
export function leftOf(line: Line): number {
  return mm(first(line).x);
}
export function rightOf(line: Line): number {
  const glyph = last(line);
  return mm(glyph.x + glyph.width);
}

/** Millimetres from the top of the page to the em squares of a line's characters. */
export function squareTop(line: Line): number {
  return mm(line.baseline - (1 - BELOW) * first(line).size);
}
export function squareFoot(line: Line): number {
  return mm(line.baseline + BELOW * first(line).size);
}

/** Millimetres from the top of the page to the highest outline of a line, and to the middle of one outline. */
export function inkTop(line: Line, ink: Ink): number {
  return mm(Math.min(...line.glyphs.map((glyph) => glyph.y - ink(glyph).top * glyph.size)));
}
export function inkMiddle(glyph: Glyph, ink: Ink): number {
  const { top, foot } = ink(glyph);
  return mm(glyph.y - ((top + foot) / 2) * glyph.size);
}

/** A horizontal rule in millimetres; adjacent pieces count as one rule. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
  readonly red: boolean;
}

export function rulesOf(page: Page | undefined): readonly Rule[] {
  const flat = (page?.figures ?? []).filter(({ left, right, top, bottom }) => right - left > 72 && bottom - top < 6);
  const rules = flat.map(ruleOf).toSorted((a, b) => a.top - b.top);
  return rules.filter((rule, index) => index === 0 || rule.top - (rules[index - 1]?.top ?? 0) > 0.1);
}

function ruleOf({ left, right, top, bottom, colour }: Figure): Rule {
  return { left: mm(left), right: mm(right), top: mm(top), foot: mm(bottom), red: colour !== '#000000' };
}

export function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`没有找到${what}`);
  return value;
}

/** The box of an image in millimetres. */
export interface Stamp {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
}

/** The images of a page from top to bottom, and from left to right at one height. */
export function picturesOf(page: Page | undefined): readonly Stamp[] {
  const stamps = (page?.pictures ?? []).map(({ left, right, top, bottom }) => ({
    left: mm(left),
    right: mm(right),
    top: mm(top),
    foot: mm(bottom),
  }));
  return stamps.toSorted((a, b) => (Math.abs(a.top - b.top) > 1 ? a.top - b.top : a.left - b.left));
}

export function middleOf(line: Line): number {
  return (leftOf(line) + rightOf(line)) / 2;
}
