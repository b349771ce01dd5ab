import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { multiply, transformPoint, type Matrix } from './matrix.js';

/** One printed character. `x` and `y` are its origin in points from the top left corner of the page. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Font size in points as printed. */
  readonly size: number;
  readonly width: number;
  /** Name of the embedded font without its subset tag. */
  readonly face: string;
  readonly colour: string;
  /** True if the line does not run from left to right. */
  readonly turned: boolean;
}

/** The box of a filled or stroked path, such as a rule, in points from the top left corner. */
export interface Figure extends Box {
  readonly colour: string;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly figures: readonly Figure[];
  readonly pictures: readonly Box[];
}

interface State {
  matrix: Matrix;
  face: string;
  fontScale: number;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
  fill: string;
  stroke: string;
  lineWidth: number;
}

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The characters, figures and images that the operators of each page of a PDF print. */
export async function readPages(pdf: Uint8Array): Promise<readonly Page[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, disableFontFace: true });
  const document = await task.promise;
  const pages: Page[] = [];
  for (let index = 1; index <= document.numPages; index += 1) {
    const page = await document.getPage(index);
    const { width, height } = page.getViewport({ scale: 1 });
    const list = await page.getOperatorList();
    const faceOf = (id: string): FaceData => page.commonObjs.get(id) as FaceData;
    pages.push({ width, height, ...interpret(list.fnArray, list.argsArray, height, faceOf) });
    page.cleanup();
  }
  await task.destroy();
  return pages;
}

interface FaceData {
  readonly name: string;
  readonly fontMatrix?: readonly number[];
}

/** Interprets the operators of one page that place characters, figures and images; ignores all others. */
function interpret(
  codes: readonly number[],
  args: readonly unknown[],
  height: number,
  faceOf: (id: string) => FaceData,
): Pick<Page, 'glyphs' | 'figures' | 'pictures'> {
  const glyphs: Glyph[] = [];
  const figures: Figure[] = [];
  const pictures: Box[] = [];
  const stack: State[] = [];
  let state = initialState(height);
  let text: Matrix = IDENTITY;
  let line: Matrix = IDENTITY;
  const moveText = (x: number, y: number): void => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  const show = (shown: readonly (ShownGlyph | number)[]): void => {
    for (const each of shown) {
      if (typeof each === 'number') {
        text = multiply(text, [1, 0, 0, 1, ((-each * state.size) / 1000) * state.scale, 0]);
        continue;
      }
      const advance = each.width * state.size * state.fontScale;
      const matrix = multiply(state.matrix, multiply(text, [1, 0, 0, 1, 0, state.rise]));
      glyphs.push(placed(each, matrix, advance, state));
      const spacing = state.charSpacing + (each.isSpace ? state.wordSpacing : 0);
      text = multiply(text, [1, 0, 0, 1, (advance + spacing) * state.scale, 0]);
    }
  };
  codes.forEach((code, index) => {
    const values = (args[index] ?? []) as readonly unknown[];
    const amount = (at: number): number => Number(values[at]);
    switch (code) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.restore:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, matrixOf(values));
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state });
        if (values[0]) state.matrix = multiply(state.matrix, matrixOf(values));
        break;
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case OPS.beginText:
        text = IDENTITY;
        line = IDENTITY;
        break;
      case OPS.setFont: {
        const face = faceOf(String(values[0]));
        state.face = face.name.replace(/^[A-Z]{6}\+/, '');
        state.fontScale = face.fontMatrix?.[0] ?? 0.001;
        state.size = amount(1);
        break;
      }
      case OPS.setCharSpacing:
        state.charSpacing = amount(0);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = amount(0);
        break;
      case OPS.setHScale:
        state.scale = amount(0) / 100;
        break;
      case OPS.setTextRise:
        state.rise = amount(0);
        break;
      case OPS.setLeading:
        state.leading = -amount(0);
        break;
      case OPS.setTextMatrix:
        text = matrixOf(values);
        line = text;
        break;
      case OPS.moveText:
        moveText(amount(0), amount(1));
        break;
      case OPS.setLeadingMoveText:
        state.leading = amount(1);
        moveText(amount(0), amount(1));
        break;
      case OPS.nextLine:
        moveText(0, state.leading);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        show(values[0] as readonly (ShownGlyph | number)[]);
        break;
      case OPS.setFillRGBColor:
        state.fill = colourOf(values);
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = colourOf(values);
        break;
      case OPS.setLineWidth:
        state.lineWidth = amount(0);
        break;
      case OPS.constructPath:
        figures.push(...figureOf(values, state));
        break;
      case OPS.paintImageXObject:
        pictures.push(boxOf(state.matrix, [0, 0, 1, 1]));
        break;
      default:
    }
  });
  return { glyphs: glyphs.filter((glyph) => glyph.text.trim() !== ''), figures, pictures };
}

function initialState(height: number): State {
  return {
    matrix: [1, 0, 0, -1, 0, height],
    face: '',
    fontScale: 0.001,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
    fill: '#000000',
    stroke: '#000000',
    lineWidth: 1,
  };
}

function placed(glyph: ShownGlyph, matrix: Matrix, advance: number, state: State): Glyph {
  const [x, y] = transformPoint(matrix, 0, 0);
  const along = Math.hypot(matrix[0], matrix[1]);
  const across = Math.hypot(matrix[2], matrix[3]);
  return {
    text: glyph.unicode,
    x,
    y,
    size: state.size * across,
    width: advance * state.scale * along,
    face: state.face,
    colour: state.fill,
    turned: Math.abs(matrix[1]) > Math.abs(matrix[0]),
  };
}

function matrixOf(values: readonly unknown[]): Matrix {
  const first = values[0];
  const numbers = typeof first === 'number' ? values : [...(first as Iterable<number>)];
  return [...numbers] as unknown as Matrix;
}

function colourOf(values: readonly unknown[]): string {
  const [first] = values;
  if (typeof first === 'string') return first.toLowerCase();
  return `#${values.map((value) => Number(value).toString(16).padStart(2, '0')).join('')}`;
}

const FILLS: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);
const STROKES: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke]);

/** The box of a painted path. pdf.js reports the box of the path; a stroke extends half a line width beyond it. */
function figureOf(values: readonly unknown[], state: State): readonly Figure[] {
  const [paint, , bounds] = values as [number, unknown, ArrayLike<number> | null];
  if (!bounds || (!FILLS.has(paint) && !STROKES.has(paint))) return [];
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(bounds);
  const half = STROKES.has(paint) ? state.lineWidth / 2 : 0;
  const flat = Math.abs(y1 - y0) < Math.abs(x1 - x0);
  const [dx, dy] = half === 0 ? [0, 0] : flat ? [0, half] : [half, 0];
  const box = boxOf(state.matrix, [x0 - dx, y0 - dy, x1 + dx, y1 + dy]);
  return [{ ...box, colour: STROKES.has(paint) ? state.stroke : state.fill }];
}

/** The axis-aligned bounding box of a transformed box. */
function boxOf(matrix: Matrix, [x0, y0, x1, y1]: readonly [number, number, number, number]): Box {
  const [a, b] = [transformPoint(matrix, x0, y0), transformPoint(matrix, x1, y1)];
  return {
    left: Math.min(a[0], b[0]),
    right: Math.max(a[0], b[0]),
    top: Math.min(a[1], b[1]),
    bottom: Math.max(a[1], b[1]),
  };
}
