/** Receives an outline. Coordinates are in font units, curves are cubic. */
export interface Pen {
  move(x: number, y: number): void;
  line(x: number, y: number): void;
  curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
}

export interface Subroutines {
  readonly local: readonly Buffer[];
  readonly global: readonly Buffer[];
}

/** Nesting limit of subroutine calls. */
const MAX_CALL_DEPTH = 10;

/**
 * Interprets a Type 2 charstring (Adobe Technical Note 5177) and draws its outline. Hints and the glyph's width are
 * ignored; widths come from `hmtx`. Arithmetic operators, which print fonts do not use, throw `RangeError`.
 */
export function runCharstring(charstring: Buffer, subroutines: Subroutines, pen: Pen): void {
  execute(charstring, { stack: [], subroutines, pen, x: 0, y: 0, hints: 0 }, 0);
}

interface State {
  readonly stack: number[];
  readonly subroutines: Subroutines;
  readonly pen: Pen;
  x: number;
  y: number;
  /** Number of stem hints so far, which determines the length of hint masks. */
  hints: number;
}

/** Executes one charstring or subroutine; returns true at the end of the glyph. */
function execute(code: Buffer, state: State, depth: number): boolean {
  let position = 0;
  while (position < code.length) {
    const byte = code.readUInt8(position);
    if (byte >= 32 || byte === SHORT) position += pushNumber(code, position, state.stack);
    else if (byte === RETURN) return false;
    else if (byte === ENDCHAR) return true;
    else if (byte === CALL_LOCAL || byte === CALL_GLOBAL) {
      if (call(byte === CALL_LOCAL ? state.subroutines.local : state.subroutines.global, state, depth)) return true;
      position += 1;
    } else position += operate(code, position, state);
  }
  return false;
}

/** Executes the operator at `position` and returns its length in bytes, including a mask. */
function operate(code: Buffer, position: number, state: State): number {
  const byte = code.readUInt8(position);
  const escaped = byte === ESCAPE;
  apply(escaped ? ESCAPED + code.readUInt8(position + 1) : byte, state);
  if (byte === HINT_MASK || byte === COUNTER_MASK) return 1 + ((state.hints + 7) >> 3);
  return escaped ? 2 : 1;
}

const CALL_LOCAL = 10;
const RETURN = 11;
const ESCAPE = 12;
const ENDCHAR = 14;
const HINT_MASK = 19;
const COUNTER_MASK = 20;
const SHORT = 28;
const CALL_GLOBAL = 29;
/** Two-byte operators have the key 1200 + second byte. */
const ESCAPED = 1200;

/** Pushes the number at `position` and returns its length in bytes. */
function pushNumber(code: Buffer, position: number, stack: number[]): number {
  const byte = code.readUInt8(position);
  if (byte === SHORT) {
    stack.push(code.readInt16BE(position + 1));
    return 3;
  }
  if (byte === 255) {
    stack.push(code.readInt32BE(position + 1) / 65536);
    return 5;
  }
  if (byte < 247) {
    stack.push(byte - 139);
    return 1;
  }
  const next = code.readUInt8(position + 1);
  stack.push(byte < 251 ? (byte - 247) * 256 + next + 108 : -(byte - 251) * 256 - next - 108);
  return 2;
}

function call(routines: readonly Buffer[], state: State, depth: number): boolean {
  const bias = routines.length < 1240 ? 107 : routines.length < 33900 ? 1131 : 32768;
  const routine = routines[(state.stack.pop() ?? 0) + bias];
  if (routine === undefined || depth >= MAX_CALL_DEPTH) throw new RangeError('charstring: no such subroutine');
  return execute(routine, state, depth + 1);
}

function apply(operator: number, state: State): void {
  const operation = OPERATIONS[operator];
  if (operation === undefined) throw new RangeError(`charstring: operator ${operator} is not known`);
  operation(state, state.stack);
  state.stack.length = 0;
}

type Operation = (state: State, args: readonly number[]) => void;

const stems: Operation = (state, args) => {
  state.hints += args.length >> 1;
};

/** Moves read their arguments from the end of the stack, since the glyph's width may precede them. */
const OPERATIONS: Readonly<Record<number, Operation>> = {
  1: stems, // hstem
  3: stems, // vstem
  18: stems, // hstemhm
  19: stems, // hintmask, which implies a vstem for the arguments before it
  20: stems, // cntrmask
  23: stems, // vstemhm
  4: (state, args) => {
    move(state, 0, args.at(-1));
  },
  21: (state, args) => {
    move(state, args.at(-2), args.at(-1));
  },
  22: (state, args) => {
    move(state, args.at(-1), 0);
  },
  5: lines,
  6: (state, args) => {
    alternatingLines(state, args, true);
  },
  7: (state, args) => {
    alternatingLines(state, args, false);
  },
  8: curves,
  24: (state, args) => {
    // rcurveline
    curves(state, args.slice(0, -2));
    lines(state, args.slice(-2));
  },
  25: (state, args) => {
    // rlinecurve
    lines(state, args.slice(0, -6));
    curves(state, args.slice(-6));
  },
  26: (state, args) => {
    parallelCurves(state, args, false);
  },
  27: (state, args) => {
    parallelCurves(state, args, true);
  },
  30: (state, args) => {
    alternatingCurves(state, args, false);
  },
  31: (state, args) => {
    alternatingCurves(state, args, true);
  },
  1234: (state, args) => {
    hflex(state, args);
  },
  1235: (state, args) => {
    curves(state, args.slice(0, 12));
  }, // flex
  1236: (state, args) => {
    hflex1(state, args);
  },
  1237: (state, args) => {
    flex1(state, args);
  },
};

function move(state: State, dx = 0, dy = 0): void {
  state.pen.move((state.x += dx), (state.y += dy));
}

function line(state: State, dx: number, dy: number): void {
  state.pen.line((state.x += dx), (state.y += dy));
}

/** Draws one curve from six deltas, each relative to the previous point. */
function curve(state: State, [dx1 = 0, dy1 = 0, dx2 = 0, dy2 = 0, dx3 = 0, dy3 = 0]: readonly number[]): void {
  const x1 = state.x + dx1;
  const y1 = state.y + dy1;
  const x2 = x1 + dx2;
  const y2 = y1 + dy2;
  state.x = x2 + dx3;
  state.y = y2 + dy3;
  state.pen.curve(x1, y1, x2, y2, state.x, state.y);
}

function lines(state: State, args: readonly number[]): void {
  for (let i = 0; i + 2 <= args.length; i += 2) line(state, args[i] ?? 0, args[i + 1] ?? 0);
}

function curves(state: State, args: readonly number[]): void {
  for (let i = 0; i + 6 <= args.length; i += 6) curve(state, args.slice(i, i + 6));
}

function alternatingLines(state: State, args: readonly number[], startsHorizontal: boolean): void {
  args.forEach((delta, i) => {
    if ((i % 2 === 0) === startsHorizontal) line(state, delta, 0);
    else line(state, 0, delta);
  });
}

/** hhcurveto and vvcurveto. An additional first argument is the perpendicular delta of the first curve. */
function parallelCurves(state: State, args: readonly number[], horizontal: boolean): void {
  let cross = args.length % 4 === 1 ? (args[0] ?? 0) : 0;
  for (let i = args.length % 4; i + 4 <= args.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = args.slice(i, i + 4);
    curve(state, horizontal ? [a, cross, b, c, d, 0] : [cross, a, b, c, 0, d]);
    cross = 0;
  }
}

/** hvcurveto and vhcurveto: tangents alternate. An additional last argument is the last curve's remaining delta. */
function alternatingCurves(state: State, args: readonly number[], startsHorizontal: boolean): void {
  let horizontal = startsHorizontal;
  for (let i = 0; i + 4 <= args.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = args.slice(i, i + 4);
    const last = args.length - i === 5 ? (args[i + 4] ?? 0) : 0;
    curve(state, horizontal ? [a, 0, b, c, last, d] : [0, a, b, c, d, last]);
    horizontal = !horizontal;
  }
}

function hflex(state: State, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0]: readonly number[]): void {
  curve(state, [a, 0, b, c, d, 0]);
  curve(state, [e, 0, f, -c, g, 0]);
}

function hflex1(state: State, args: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = args;
  curve(state, [a, b, c, d, e, 0]);
  curve(state, [f, 0, g, h, i, -(b + d + h)]);
}

/** The last argument belongs to the axis with the larger total delta; the other axis returns to its start. */
function flex1(state: State, args: readonly number[]): void {
  const sum = (first: number): number => [0, 2, 4, 6, 8].reduce((total, i) => total + (args[first + i] ?? 0), 0);
  const [dx, dy, last] = [sum(0), sum(1), args[10] ?? 0];
  const horizontal = Math.abs(dx) > Math.abs(dy);
  curve(state, args.slice(0, 6));
  curve(state, [...args.slice(6, 10), horizontal ? last : -dx, horizontal ? -dy : last]);
}
