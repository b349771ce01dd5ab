import { nameOperand, TEXT_OBJECT, writeOperators, type Operator, type Part, type Sequence } from './operators.js';

/** What marking has to know about the page. */
export interface MarkingContext {
  /** Structure type of the element that owns marked content; undefined where none does. */
  readonly ownerOf: (mark: number) => string | undefined;
  /** The text and pictures that a form shows, by the marks it was given; null where the XObject is a picture. */
  readonly formMarks: (name: string) => readonly number[] | null;
}

/** A content stream in which everything is either tagged or an artifact, and the new number of each mark that is left. */
export interface MarkedContent {
  readonly text: string;
  readonly marks: ReadonlyMap<number, number>;
}

const SHOW_TEXT = new Set(['Tj', 'TJ', "'", '"', TEXT_OBJECT]);
const PATH = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h', 'W', 'W*']);
const PAINT = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh']);
/** Page numbers are the only text that belongs to no element. */
const PAGINATION = '/Artifact <</Type /Pagination>> BDC\n';
const LAYOUT = '/Artifact <</Type /Layout>> BDC\n';
const END = 'EMC\n';

/**
 * Tags what an element owns and makes an artifact of everything else (ISO 14289-1, 7.1): page numbers, and rules and
 * borders, which the browser tags although nobody reads them.
 */
export function markContent(parts: readonly Part[], context: MarkingContext): MarkedContent {
  const marks = new Map<number, number>();
  const number = (mark: number): number => {
    const next = marks.get(mark) ?? marks.size;
    marks.set(mark, next);
    return next;
  };
  const tag = (mark: number, body: string): string => {
    const owner = context.ownerOf(mark);
    return owner === undefined ? LAYOUT + body + END : `/${owner} <</MCID ${number(mark)}>> BDC\n${body}${END}`;
  };
  const outside = (part: Part): string => {
    if (part.kind === 'operator') return part.name === 'Do' ? drawing(part) : writeOperators([part]);
    const mark = markOf(part);
    if (mark === null) return writeOperators([part]);
    return shows(part, context) ? tag(mark, writeOperators(part.parts)) : LAYOUT + writeOperators(part.parts) + END;
  };
  const drawing = (operator: Operator): string => {
    const [mark] = context.formMarks(nameOperand(operator)) ?? [];
    return mark === undefined ? LAYOUT + writeOperators([operator]) + END : tag(mark, writeOperators([operator]));
  };
  const written = objectsOf(parts).map((object) =>
    object.artifact === '' ? object.parts.map(outside).join('') : object.artifact + writeOperators(object.parts) + END,
  );
  return { text: written.join(''), marks };
}

/** The marks in a stream whose content has text or a picture, in order. */
export function marksShown(parts: readonly Part[], context: MarkingContext): readonly number[] {
  return parts.flatMap((part): readonly number[] => {
    if (part.kind === 'operator') return part.name === 'Do' ? (context.formMarks(nameOperand(part)) ?? []) : [];
    const mark = markOf(part);
    return mark !== null && shows(part, context) ? [mark] : marksShown(part.parts, context);
  });
}

/** The stream without the numbers of its marks: a form is tagged as a whole, where it is drawn. */
export function withoutMarks(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part): readonly Part[] => {
    if (part.kind === 'operator') return [part];
    const inner = withoutMarks(part.parts);
    return markOf(part) === null ? [{ ...part, parts: inner }] : inner;
  });
}

function markOf(sequence: Sequence): number | null {
  const match = /\/MCID\s+(\d+)/.exec(sequence.open.text);
  return match ? Number(match[1]) : null;
}

function shows(sequence: Sequence, context: MarkingContext): boolean {
  return sequence.parts.some((part) => {
    if (part.kind === 'sequence') return shows(part, context);
    if (part.name !== 'Do') return SHOW_TEXT.has(part.name);
    return context.formMarks(nameOperand(part))?.length !== 0;
  });
}

/** A graphics object that nothing tags, with the tag that makes it an artifact; or, with none, everything between two of them. */
interface GraphicsObject {
  readonly artifact: string;
  readonly parts: Part[];
}

/** Cuts the top level where a tag may stand: around a text object or a painted path, never inside one. */
function objectsOf(parts: readonly Part[]): readonly GraphicsObject[] {
  const objects: GraphicsObject[] = [];
  let path: Part[] = [];
  let text: Part[] | null = null;
  for (const part of parts) {
    const name = part.kind === 'operator' ? part.name : '';
    if (name === 'BT') text = [];
    if (text) {
      text.push(part);
      if (name === 'ET') {
        objects.push({ artifact: PAGINATION, parts: text });
        text = null;
      }
    } else if (name === TEXT_OBJECT) {
      objects.push({ artifact: PAGINATION, parts: [part] });
    } else if (PATH.has(name)) {
      path.push(part);
    } else {
      objects.push({ artifact: PAINT.has(name) ? LAYOUT : '', parts: [...path, part] });
      path = [];
    }
  }
  return objects;
}
