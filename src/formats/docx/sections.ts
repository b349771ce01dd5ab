import { PageOrientation, SectionType, type ISectionOptions } from 'docx';
import type { Block } from '../../model/block.js';
import type { Attachment, Doc, LetterHead } from '../../model/doc.js';
import { blocksKeptWithSignOff, linesKeptWithSignOff, linesBeforeSignOff } from '../../layout/keep-with-next.js';
import { firstPageOrientation } from '../../layout/first-page-orientation.js';
import { type Style } from '../../model/style.js';
import { pointsToTwips } from '../../layout/units.js';
import { attachmentHeadFlow, attachmentListFlow, hasOwnPages } from './body/attachments.js';
import { blocksFlow } from './body/blocks.js';
import { type BlockContext } from './context.js';
import {
  toSectionChildren,
  keepLastWithNext,
  keepLastLinesTogether,
  keepAllWithNext,
  startOnNewPage,
  type FlowItem,
} from './flow.js';
import { footFlow } from './foot/foot.js';
import { sheet, type Orientation } from './geometry.js';
import { headFlow } from './head/head.js';
import { emptyFooters, footerDistance, letterFooters, pageFooters, type Footers } from './page-number.js';
import { attendanceFlow, noteFlow, signOffFlow } from './foot/sign-off.js';
import type { DocxContext } from './context.js';

/** Consecutive pages of one orientation; every page sequence starts on a new page. */
export interface PageSequence {
  readonly orientation: Orientation;
  readonly flow: readonly FlowItem[];
  /** True for pages that begin on an even page and have no page number: 版记 on a page of its own (7.5). */
  readonly evenPage?: boolean;
}

/** The sections of a document, one for each page sequence. */
export function documentSections(
  doc: Doc,
  sequences: readonly PageSequence[],
  style: Style,
): readonly ISectionOptions[] {
  return sequences.map((sequence, index) => {
    const letter = index === 0 && doc.head.kind === 'letter' ? doc.head : null;
    return { ...section(sequence, letter, style), footers: footersOf(sequence, letter, style) };
  });
}

/** The page sequences of a document, with the foot at the end of the last. */
export function documentPageSequences(doc: Doc, context: DocxContext): readonly PageSequence[] {
  return withFoot(
    joinSequences([...textSequences(doc, context), ...attachmentSequences(doc, context)]),
    doc,
    context.style,
  );
}

/** Adds 版记 at the bottom of a portrait page: the last page or, if that is landscape, a page of its own. */
function withFoot(sequences: readonly PageSequence[], { foot }: Doc, style: Style): readonly PageSequence[] {
  const flow = footFlow(foot, style, 'portrait');
  if (flow.length === 0) return sequences;
  const last = sequences.at(-1);
  if (foot.kind === 'colophon' && foot.evenPage)
    return [...sequences, { orientation: 'portrait', flow, evenPage: true }];
  if (last?.orientation !== 'portrait') return [...sequences, { orientation: 'portrait', flow }];
  return [...sequences.slice(0, -1), { ...last, flow: [...keepLastWithNext(last.flow), ...flow] }];
}

function textSequences(doc: Doc, context: DocxContext): readonly PageSequence[] {
  const lists = [
    ...attachmentListFlow(doc.attachments, context.style),
    ...attendanceFlow(doc.attendance, context.style),
  ];
  const signOffLines = signOffFlow(doc.signOff, context.style, context.images);
  const note = noteFlow(doc.note);
  const signOff = note.length === 0 ? signOffLines : keepLastWithNext(signOffLines);
  const listLines = linesBeforeSignOff(doc, context.style);
  const keepsLists = linesKeptWithSignOff(listLines) === listLines;
  const keepListsWithNext = keepsLists ? keepAllWithNext : keepLastWithNext;
  // Without a sign-off no paragraph follows that the last list could be kept with.
  const listsWithoutSignOff = keepsLists ? [...keepAllWithNext(lists.slice(0, -1)), ...lists.slice(-1)] : lists;
  const end = [
    ...(signOff.length === 0 ? listsWithoutSignOff : keepListsWithNext(keepLastLinesTogether(lists))),
    ...signOff,
  ];
  const last: PageSequence = { orientation: 'portrait', flow: [...end, ...note] };
  const firstOrientation = firstPageOrientation(doc.head, doc.blocks);
  const sequences = withHead(
    headFlow(doc, context),
    firstOrientation,
    sequencesWithEndKept('portrait', doc.blocks, context, listLines),
  );
  return withEnd(sequences, last, end.length > 0 && keepsLists);
}

/** Puts a head on the same page as the text after it. */
function withHead(
  flow: readonly FlowItem[],
  orientation: Orientation,
  sequences: readonly PageSequence[],
): readonly PageSequence[] {
  const [first, ...rest] = sequences;
  if (first?.orientation !== orientation) return [{ orientation, flow }, ...sequences];
  return [{ orientation, flow: [...flow, ...first.flow] }, ...rest];
}

/** Appends the end to the text before it; `keepsTextEnd` keeps the last lines of the text with it. */
function withEnd(
  sequences: readonly PageSequence[],
  end: PageSequence,
  keepsTextEnd: boolean,
): readonly PageSequence[] {
  const previous = sequences.at(-1);
  if (end.flow.length === 0) return sequences;
  if (previous?.orientation !== end.orientation) return [...sequences, end];
  const flow = [...(keepsTextEnd ? keepLastWithNext(previous.flow) : previous.flow), ...end.flow];
  return [...sequences.slice(0, -1), { ...previous, flow }];
}

function attachmentSequences(doc: Doc, context: DocxContext): readonly PageSequence[] {
  const isOnly = doc.attachments.length === 1;
  return doc.attachments
    .filter(hasOwnPages)
    .flatMap((attachment) => sequencesOfAttachment(attachment, isOnly, context));
}

function sequencesOfAttachment(attachment: Attachment, isOnly: boolean, context: DocxContext): readonly PageSequence[] {
  context.headings.restart();
  const { orientation, blocks } = attachment;
  return withHead(
    attachmentHeadFlow(attachment, isOnly, context),
    orientation,
    sequencesWithEndKept(orientation, blocks, context),
  );
}

/** The page sequences of a text; the lines of a short last paragraph are kept together. */
function sequencesWithEndKept(
  orientation: Orientation,
  blocks: readonly Block[],
  context: DocxContext,
  listLines = 0,
): readonly PageSequence[] {
  const sequences = splitByOrientation(orientation, blocks, context);
  const last = sequences.at(-1);
  if (last === undefined || blocksKeptWithSignOff(blocks, context.style, listLines) === 0) return sequences;
  return [...sequences.slice(0, -1), { ...last, flow: keepLastLinesTogether(last.flow) }];
}

/** Splits blocks where the orientation changes. */
function splitByOrientation(
  orientation: Orientation,
  blocks: readonly Block[],
  context: DocxContext,
): readonly PageSequence[] {
  return blocks.reduce<readonly PageSequence[]>((sequences, block) => {
    const blockOrientation = block.kind === 'landscape' ? 'landscape' : orientation;
    const blockContext: BlockContext = { ...context, orientation: blockOrientation, quoted: false };
    const flow = blocksFlow([block], blockContext);
    const previous = sequences.at(-1);
    const joins =
      previous?.orientation === blockOrientation && (block.kind !== 'landscape' || orientation === 'landscape');
    return joins
      ? [...sequences.slice(0, -1), { ...previous, flow: [...previous.flow, ...flow] }]
      : [...sequences, { orientation: blockOrientation, flow }];
  }, []);
}

/** Joins adjacent page sequences of one orientation into one section; the second begins with a page break. */
function joinSequences(sequences: readonly PageSequence[]): readonly PageSequence[] {
  return sequences.reduce<readonly PageSequence[]>((joined, sequence) => {
    const previous = joined.at(-1);
    if (previous?.orientation !== sequence.orientation) return [...joined, sequence];
    const flow = [...previous.flow, ...startOnNewPage(sequence.flow)];
    return [...joined.slice(0, -1), { ...sequence, flow }];
  }, []);
}

/** The options of a section, without footers. */
export function section(
  { orientation, flow, evenPage = false }: PageSequence,
  letter: LetterHead | null,
  style: Style,
): Pick<ISectionOptions, 'properties' | 'children'> {
  return {
    properties: {
      page: { size: pageSize(orientation, style), margin: margins(orientation, letter, style) },
      grid: { linePitch: pointsToTwips(style.grid.linePitch) },
      ...(letter === null ? {} : { titlePage: true }),
      ...(evenPage ? { type: SectionType.EVEN_PAGE } : {}),
    },
    children: toSectionChildren(flow),
  };
}

function footersOf({ orientation, evenPage = false }: PageSequence, letter: LetterHead | null, style: Style): Footers {
  if (evenPage) return emptyFooters();
  return letter === null ? pageFooters(style, orientation) : letterFooters(letter, style);
}

function pageSize(orientation: Orientation, style: Style): NonNullable<IPageSize> {
  const { width, height } = sheet(style, orientation);
  // `docx` swaps width and height of a landscape page itself.
  return orientation === 'landscape'
    ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
    : { width, height, orientation: PageOrientation.PORTRAIT };
}

function margins(orientation: Orientation, letter: LetterHead | null, style: Style): IPageMargin {
  const { top, right, bottom, left } = sheet(style, orientation);
  // The page number of a landscape page is a floating text box, so its footer takes no space.
  const footer = orientation === 'landscape' ? 0 : footerDistance(letter !== null, style);
  return { top, right, bottom, left, header: 0, footer, gutter: 0 };
}

type IPageSize = NonNullable<NonNullable<ISectionOptions['properties']>['page']>['size'];
type IPageMargin = NonNullable<NonNullable<NonNullable<ISectionOptions['properties']>['page']>['margin']>;
