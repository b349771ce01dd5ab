import type { Figure, Glyph, Page } from './page.js';

/** Characters on one baseline without a gap of a character's width between them. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly glyphs: readonly Glyph[];
}

/** Baselines nearer than this, in points, count as one. */
const SAME_BASELINE = 2;
/** A gap wider than this share of the font size separates two lines, such as those of neighbouring cells. */
const GAP = 0.95;
/** A figure narrower and higher than this, in points, is a vertical rule between two cells. */
const VERTICAL_RULE = 3;

/** The lines of a page from top to bottom, and from left to right on one baseline. */
export function pageLines(page: Page): readonly Line[] {
  const upright = page.glyphs.filter((glyph) => !glyph.turned).toSorted((a, b) => a.y - b.y || a.x - b.x);
  const verticalRules = page.figures.filter(
    (figure) => figure.right - figure.left < VERTICAL_RULE && figure.bottom - figure.top > VERTICAL_RULE,
  );
  return rowsOf(upright).flatMap((row) =>
    segments(
      row.toSorted((a, b) => a.x - b.x),
      verticalRules,
    ),
  );
}

function rowsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const rows: Glyph[][] = [];
  for (const glyph of glyphs) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && glyph.y - first.y < SAME_BASELINE) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows;
}

function segments(row: readonly Glyph[], verticalRules: readonly Figure[]): readonly Line[] {
  const found: Glyph[][] = [];
  const isSeparated = (last: Glyph, { x, y }: Glyph): boolean =>
    verticalRules.some((rule) => rule.left > last.x && rule.left < x + 1 && rule.top < y && rule.bottom > y - 1);
  for (const glyph of row) {
    const segment = found.at(-1);
    const last = segment?.at(-1);
    const near = last && glyph.x - (last.x + last.width) < GAP * Math.max(glyph.size, last.size);
    if (segment && near && !isSeparated(last, glyph)) segment.push(glyph);
    else found.push([glyph]);
  }
  return found.map(lineOf);
}

function lineOf(glyphs: readonly Glyph[]): Line {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  return {
    text: glyphs.map((glyph) => glyph.text).join(''),
    left: first?.x ?? 0,
    right: last ? last.x + last.width : 0,
    baseline: first?.y ?? 0,
    glyphs,
  };
}
