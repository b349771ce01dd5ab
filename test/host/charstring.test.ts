import { describe, expect, it } from 'vitest';
import { runCharstring, type Pen } from '../../src/host/font/charstring.js';
import { convertOutlines } from '../../src/host/font/glyf.js';

const number = (value: number): number => value + 139;

function draw(program: readonly number[], local: readonly Buffer[] = []): readonly string[] {
  const drawn: string[] = [];
  const pen: Pen = {
    move: (x, y) => drawn.push(`M ${x} ${y}`),
    line: (x, y) => drawn.push(`L ${x} ${y}`),
    curve: (...points) => drawn.push(`C ${points.join(' ')}`),
  };
  runCharstring(Buffer.from(program), { local, global: [] }, pen);
  return drawn;
}

const n = (...values: readonly number[]): readonly number[] => values.map(number);

describe('a charstring', () => {
  it('passes the width over before a move', () => {
    expect(draw([...n(50, 10, 20), 21, 14])).toEqual(['M 10 20']);
    expect(draw([...n(50, 10), 22, 14])).toEqual(['M 10 0']);
  });

  it('draws alternating lines', () => {
    expect(draw([...n(0, 0), 21, ...n(10, 20, 30), 6, 14])).toEqual(['M 0 0', 'L 10 0', 'L 10 20', 'L 40 20']);
  });

  it('bends the end of the last turning curve', () => {
    expect(draw([...n(0, 0), 21, ...n(1, 2, 3, 4, 5), 31, 14]).at(-1)).toBe('C 1 0 3 3 8 7');
    expect(draw([...n(0, 0), 21, ...n(1, 2, 3, 4, 5), 30, 14]).at(-1)).toBe('C 0 1 2 4 6 9');
  });

  it('gives the cross delta to the first parallel curve only', () => {
    const drawn = draw([...n(0, 0), 21, ...n(9, 1, 2, 3, 4, 1, 2, 3, 4), 27, 14]);
    expect(drawn.slice(1)).toEqual(['C 1 9 3 12 7 12', 'C 8 12 10 15 14 15']);
  });

  it('skips as many bytes of a mask as there are hints, those before the mask included', () => {
    const stems = [...n(1, 2, 3, 4), 18];
    expect(draw([...stems, ...n(...Array<number>(14).fill(1)), 19, 0xff, 0xff, ...n(5, 6), 21, 14])).toEqual(['M 5 6']);
  });

  it('reads numbers of every length and calls subroutines', () => {
    const routine = Buffer.from([...n(7), 22, 11]);
    expect(draw([...n(-107), 10, 28, 0x01, 0x00, 247, 0, 5, 255, 0, 1, 0x80, 0, 251, 0, 5, 14], [routine])).toEqual([
      'M 7 0',
      'L 263 108',
      'L 264.5 0',
    ]);
  });

  it('refuses what it does not know', () => {
    expect(() => draw([2])).toThrow(RangeError);
    expect(() => draw([...n(0), 10])).toThrow('no such subroutine');
  });
});

/** The points of a simple glyph of `glyf`. */
function readPoints(glyf: Buffer): readonly { readonly x: number; readonly y: number; readonly on: boolean }[] {
  const count = glyf.readUInt16BE(10) + 1;
  const flags = [...glyf.subarray(14, 14 + count)];
  let at = 14 + count;
  const axis = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? glyf.readUInt8(at++) : -glyf.readUInt8(at++);
      else if (!(flag & same)) value += glyf.readInt16BE((at += 2) - 2);
      return value;
    });
  };
  const [xs, ys] = [axis(2, 16), axis(4, 32)];
  return flags.map((flag, i) => ({ x: xs[i]!, y: ys[i]!, on: (flag & 1) === 1 }));
}

describe('a glyph', () => {
  it('stays within a unit of the curve it came from', () => {
    const cubic = (t: number, [a, b, c, d]: readonly [number, number, number, number]): number =>
      (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d;
    const { glyf, lefts } = convertOutlines({
      count: 1,
      draw: (_, pen) => {
        pen.move(-20, 0);
        pen.curve(0, 552, 448, 1000, 1000, 1000);
        pen.line(1000, 0);
      },
    });
    const source = Array.from(
      { length: 2001 },
      (_, i) => [cubic(i / 2000, [-20, 0, 448, 1000]), cubic(i / 2000, [0, 552, 1000, 1000])] as const,
    );
    const points = readPoints(glyf);
    const middles = points.flatMap((control, i) => {
      if (control.on) return [];
      const [from, to] = [points[i - 1]!, points[i + 1]!];
      return [[(from.x + 2 * control.x + to.x) / 4, (from.y + 2 * control.y + to.y) / 4] as const];
    });
    const distances = middles.map(([x, y]) => Math.min(...source.map(([sx, sy]) => Math.hypot(sx - x, sy - y))));
    expect(middles.length).toBeGreaterThan(1);
    expect(Math.max(...distances)).toBeLessThan(1);
    expect(lefts[0]).toBe(-20);
    expect([2, 4, 6, 8].map((offset) => glyf.readInt16BE(offset))).toEqual([-20, 0, 1000, 1000]);
  });
});
