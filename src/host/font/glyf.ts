import type { Outlines } from './cff.js';
import type { Pen } from './charstring.js';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}
type Contour = Point[];

/** TrueType outlines, and the values that other tables need. */
export interface Glyphs {
  readonly glyf: Buffer;
  /** Offsets in the long format: one more than the number of glyphs. */
  readonly loca: Buffer;
  /** The left edge of each glyph (xMin), in font units. */
  readonly lefts: Int16Array;
  readonly maxPoints: number;
  readonly maxContours: number;
}

/** Maximum deviation of quadratic from cubic curves, in font units: a third of a pixel at 300 pixels per em. */
const TOLERANCE = 0.4;

/** Converts cubic outlines to TrueType glyphs in the same order, one at a time to save memory. */
export function convertOutlines(outlines: Outlines): Glyphs {
  const parts: Buffer[] = [];
  const loca = Buffer.alloc(4 * (outlines.count + 1));
  const lefts = new Int16Array(outlines.count);
  let maxPoints = 0;
  let maxContours = 0;
  let offset = 0;
  for (let glyph = 0; glyph < outlines.count; glyph += 1) {
    const contours = drawQuadratic(outlines, glyph);
    const points = contours.flat();
    const body = encodeGlyph(contours, points);
    lefts[glyph] = minimum(points.map((point) => point.x));
    maxPoints = Math.max(maxPoints, points.length);
    maxContours = Math.max(maxContours, contours.length);
    parts.push(body);
    offset += body.length;
    loca.writeUInt32BE(offset, 4 * (glyph + 1));
  }
  return { glyf: Buffer.concat(parts), loca, lefts, maxPoints, maxContours };
}

function drawQuadratic(outlines: Outlines, glyph: number): readonly Contour[] {
  const contours: Contour[] = [];
  let current = { x: 0, y: 0 };
  const push = (x: number, y: number, onCurve: boolean): void => {
    contours.at(-1)?.push({ x: Math.round(x), y: Math.round(y), onCurve });
  };
  const pen: Pen = {
    move: (x, y) => {
      contours.push([]);
      push(x, y, true);
      current = { x, y };
    },
    line: (x, y) => {
      push(x, y, true);
      current = { x, y };
    },
    curve: (x1, y1, x2, y2, x, y) => {
      const xs = [current.x, x1, x2, x] as const;
      const ys = [current.y, y1, y2, y] as const;
      const pieces = pieceCount(xs, ys);
      for (let piece = 0; piece < pieces; piece += 1) {
        const [t, u] = [piece / pieces, (piece + 1) / pieces];
        push(controlPoint(xs, t, u), controlPoint(ys, t, u), false);
        push(pointAt(xs, u), pointAt(ys, u), true);
      }
      current = { x, y };
    },
  };
  outlines.draw(glyph, pen);
  return contours.map(normalizeContour).filter((contour) => contour.length > 2);
}

type Cubic = readonly [number, number, number, number];

/** The error of one quadratic is √3/36 of the cubic's third difference, and decreases with the cube of the pieces. */
function pieceCount(xs: Cubic, ys: Cubic): number {
  const third = ([a, b, c, d]: Cubic): number => d - 3 * c + 3 * b - a;
  const error = (Math.sqrt(3) / 36) * Math.hypot(third(xs), third(ys));
  return Math.max(1, Math.ceil(Math.cbrt(error / TOLERANCE)));
}

function pointAt([a, b, c, d]: Cubic, t: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/** The control point of the quadratic for the segment from `t` to `u`: (3(c₁ + c₂) − p₀ − p₃) / 4. */
function controlPoint(cubic: Cubic, t: number, u: number): number {
  const step = (u - t) / 3;
  const start = pointAt(cubic, t);
  const end = pointAt(cubic, u);
  const c1 = start + step * slopeAt(cubic, t);
  const c2 = end - step * slopeAt(cubic, u);
  return (3 * (c1 + c2) - start - end) / 4;
}

function slopeAt([a, b, c, d]: Cubic, t: number): number {
  const s = 1 - t;
  return 3 * (s * s * (b - a) + 2 * s * t * (c - b) + t * t * (d - c));
}

/**
 * Removes a repeated first point, since contours close implicitly, and reverses the direction: TrueType fills the right
 * side of a contour, CFF the left.
 */
function normalizeContour(contour: Contour): Contour {
  const [first, last] = [contour[0], contour.at(-1)];
  const isRepeated =
    first !== undefined && last !== undefined && first.x === last.x && first.y === last.y && last.onCurve;
  return (isRepeated && contour.length > 1 ? contour.slice(0, -1) : contour).reverse();
}

const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const X_SAME_OR_POSITIVE = 0x10;
const Y_SAME_OR_POSITIVE = 0x20;

function encodeGlyph(contours: readonly Contour[], points: readonly Point[]): Buffer {
  if (points.length === 0) return Buffer.alloc(0);
  const head = Buffer.alloc(10 + 2 * contours.length + 2);
  head.writeInt16BE(contours.length, 0);
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  [minimum(xs), minimum(ys), Math.max(...xs), Math.max(...ys)].forEach((edge, i) => head.writeInt16BE(edge, 2 + 2 * i));
  let end = -1;
  contours.forEach((contour, i) => head.writeUInt16BE((end += contour.length), 10 + 2 * i));
  const [xFlags, xBytes] = encodeDeltas(xs, X_SHORT, X_SAME_OR_POSITIVE);
  const [yFlags, yBytes] = encodeDeltas(ys, Y_SHORT, Y_SAME_OR_POSITIVE);
  const flags = points.map((point, i) => (point.onCurve ? ON_CURVE : 0) | (xFlags[i] ?? 0) | (yFlags[i] ?? 0));
  const length = head.length + flags.length + xBytes.length + yBytes.length;
  return Buffer.concat([head, Buffer.from(flags), Buffer.from(xBytes), Buffer.from(yBytes)], length + (-length & 3));
}

function encodeDeltas(values: readonly number[], short: number, same: number): readonly [number[], number[]] {
  const flags: number[] = [];
  const bytes: number[] = [];
  let previous = 0;
  for (const value of values) {
    const delta = value - previous;
    previous = value;
    if (delta === 0) flags.push(same);
    else if (Math.abs(delta) < 256) {
      flags.push(delta > 0 ? short | same : short);
      bytes.push(Math.abs(delta));
    } else {
      flags.push(0);
      bytes.push((delta >> 8) & 0xff, delta & 0xff);
    }
  }
  return [flags, bytes];
}

function minimum(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.min(...values);
}
