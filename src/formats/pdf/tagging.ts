import {
  nameOperand,
  TEXT_OBJECT,
  writeOperators,
  type Operator,
  type Part,
  type MarkedContentSequence,
} from './operators.js';

/** Information about a page for tagging its content. */
export interface TaggingContext {
  /** Structure type of the element that owns marked content; undefined where none does. */
  readonly ownerOf: (mcid: number) => string | undefined;
  /** The MCIDs of text and pictures in a form XObject; null if the XObject is an image. */
  readonly formMcids: (name: string) => readonly number[] | null;
}

/** A content stream with only tagged content and artifacts, and the new number of each remaining MCID. */
export interface TaggedContent {
  readonly text: string;
  readonly mcids: ReadonlyMap<number, number>;
}

const TEXT_SHOWING = new Set(['Tj', 'TJ', "'", '"', TEXT_OBJECT]);
const PATH_CONSTRUCTION = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h', 'W', 'W*']);
const PATH_PAINTING = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh']);
/** The artifact type of page numbers, the only text without a structure element. */
const PAGINATION = '/Artifact <</Type /Pagination>> BDC\n';
const LAYOUT = '/Artifact <</Type /Layout>> BDC\n';
const END = 'EMC\n';

/**
 * Tags the content of structure elements and marks all other content as artifacts (ISO 14289-1, 7.1): page numbers, and
 * rules and borders, which the browser tags although they have no meaning.
 */
export function tagContent(parts: readonly Part[], context: TaggingContext): TaggedContent {
  const mcids = new Map<number, number>();
  const renumber = (mcid: number): number => {
    const next = mcids.get(mcid) ?? mcids.size;
    mcids.set(mcid, next);
    return next;
  };
  const tag = (mcid: number, body: string): string => {
    const owner = context.ownerOf(mcid);
    return owner === undefined ? LAYOUT + body + END : `/${owner} <</MCID ${renumber(mcid)}>> BDC\n${body}${END}`;
  };
  const writeUntagged = (part: Part): string => {
    if (part.kind === 'operator') return part.name === 'Do' ? writeXObject(part) : writeOperators([part]);
    const mcid = mcidOf(part);
    if (mcid === null) return writeOperators([part]);
    return showsContent(part, context)
      ? tag(mcid, writeOperators(part.parts))
      : LAYOUT + writeOperators(part.parts) + END;
  };
  const writeXObject = (operator: Operator): string => {
    const [mcid] = context.formMcids(nameOperand(operator)) ?? [];
    return mcid === undefined ? LAYOUT + writeOperators([operator]) + END : tag(mcid, writeOperators([operator]));
  };
  const written = graphicsObjectsOf(parts).map((object) =>
    object.artifact === ''
      ? object.parts.map(writeUntagged).join('')
      : object.artifact + writeOperators(object.parts) + END,
  );
  return { text: written.join(''), mcids };
}

/** The MCIDs of marked content with text or a picture, in order. */
export function shownMcids(parts: readonly Part[], context: TaggingContext): readonly number[] {
  return parts.flatMap((part): readonly number[] => {
    if (part.kind === 'operator') return part.name === 'Do' ? (context.formMcids(nameOperand(part)) ?? []) : [];
    const mcid = mcidOf(part);
    return mcid !== null && showsContent(part, context) ? [mcid] : shownMcids(part.parts, context);
  });
}

/** The stream without marked-content sequences that have an MCID: a form is tagged as a whole where it is drawn. */
export function withoutMcids(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part): readonly Part[] => {
    if (part.kind === 'operator') return [part];
    const inner = withoutMcids(part.parts);
    return mcidOf(part) === null ? [{ ...part, parts: inner }] : inner;
  });
}

function mcidOf(sequence: MarkedContentSequence): number | null {
  const match = /\/MCID\s+(\d+)/.exec(sequence.open.text);
  return match ? Number(match[1]) : null;
}

function showsContent(sequence: MarkedContentSequence, context: TaggingContext): boolean {
  return sequence.parts.some((part) => {
    if (part.kind === 'sequence') return showsContent(part, context);
    if (part.name !== 'Do') return TEXT_SHOWING.has(part.name);
    return context.formMcids(nameOperand(part))?.length !== 0;
  });
}

/** An untagged graphics object with its artifact tag; with an empty tag, the operators between graphics objects. */
interface GraphicsObject {
  readonly artifact: string;
  readonly parts: Part[];
}

/** Splits the top level into units that a tag may enclose: text objects and painted paths as a whole. */
function graphicsObjectsOf(parts: readonly Part[]): readonly GraphicsObject[] {
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
    } else if (PATH_CONSTRUCTION.has(name)) {
      path.push(part);
    } else {
      objects.push({ artifact: PATH_PAINTING.has(name) ? LAYOUT : '', parts: [...path, part] });
      path = [];
    }
  }
  return objects;
}
