import type { Figure, Glyph, Page } from './page.js';

/** Characters that stand on one baseline without a gap of a character between them. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly glyphs: readonly Glyph[];
}

/** Baselines nearer than this are one. */
const SAME_BASELINE = 2;
/** A gap wider than this share of the type's size parts two lines, such as those of neighbouring cells. */
const GAP = 0.95;
/** A rule thinner than this and longer than it stands between two cells. */
const WALL = 3;

/** The lines of a page from top to bottom, those of one height from left to right. */
export function pageLines(page: Page): readonly Line[] {
  const upright = page.glyphs.filter((glyph) => !glyph.turned).toSorted((a, b) => a.y - b.y || a.x - b.x);
  const walls = page.figures.filter((figure) => figure.right - figure.left < WALL && figure.bottom - figure.top > WALL);
  return rowsOf(upright).flatMap((row) =>
    segments(
      row.toSorted((a, b) => a.x - b.x),
      walls,
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

function segments(row: readonly Glyph[], walls: readonly Figure[]): readonly Line[] {
  const found: Glyph[][] = [];
  const walled = (last: Glyph, { x, y }: Glyph): boolean =>
    walls.some((wall) => wall.left > last.x && wall.left < x + 1 && wall.top < y && wall.bottom > y - 1);
  for (const glyph of row) {
    const segment = found.at(-1);
    const last = segment?.at(-1);
    const near = last && glyph.x - (last.x + last.width) < GAP * Math.max(glyph.size, last.size);
    if (segment && near && !walled(last, glyph)) segment.push(glyph);
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
