import { PageOrientation, SectionType, type ISectionOptions } from 'docx';
import type { Block } from '../../model/block.js';
import type { Attachment, Doc, LetterHead } from '../../model/doc.js';
import { blocksKeptWithSignOff, namesKeptWithSignOff, linesBeforeSignOff } from '../../layout/keep-with-next.js';
import { firstPageOrientation } from '../../layout/first-page-orientation.js';
import { type Style } from '../../model/style.js';
import { twips } from '../../layout/units.js';
import { attachmentHeadFlow, attachmentListFlow, isBound } from './body/attachments.js';
import { blocksFlow } from './body/blocks.js';
import { type BlockContext } from './context.js';
import { flowChildren, keepLast, keepLastWhole, keepTogether, onNewPage, type Flow } from './flow.js';
import { footFlow } from './foot/foot.js';
import { sheet, type Orientation } from './geometry.js';
import { headFlow } from './head/head.js';
import { emptyFooters, footerDistance, letterFooters, pageFooters, type Footers } from './page-number.js';
import { attendanceFlow, noteFlow, signOffFlow } from './foot/sign-off.js';
import type { DocxContext } from './context.js';

/** Pages of one orientation that follow each other; every run starts on a new page. */
export interface PageSequence {
  readonly orientation: Orientation;
  readonly flow: readonly Flow[];
  /** True for pages that begin on an even one and bear no number: 版记 with nothing else (7.5). */
  readonly even?: boolean;
}

/** The runs of a document as its sections. */
export function documentSections(doc: Doc, runs: readonly PageSequence[], style: Style): readonly ISectionOptions[] {
  return runs.map((sequence, index) => {
    const letter = index === 0 && doc.head.kind === 'letter' ? doc.head : null;
    return { ...section(sequence, letter, style), footers: footersOf(sequence, letter, style) };
  });
}

/** The whole document as runs of pages, the foot at the end of the last one. */
export function documentPageSequences(doc: Doc, context: DocxContext): readonly PageSequence[] {
  return withFoot(joinRuns([...textRuns(doc, context), ...attachmentRuns(doc, context)]), doc, context.style);
}

/** 版记 belongs on the bottom of an upright page: where the last page is turned, it takes one of its own. */
function withFoot(runs: readonly PageSequence[], { foot }: Doc, style: Style): readonly PageSequence[] {
  const flow = footFlow(foot, style, 'portrait');
  if (flow.length === 0) return runs;
  const last = runs.at(-1);
  if (foot.kind === 'colophon' && foot.evenPage) return [...runs, { orientation: 'portrait', flow, even: true }];
  if (last?.orientation !== 'portrait') return [...runs, { orientation: 'portrait', flow }];
  return [...runs.slice(0, -1), { ...last, flow: [...keepLast(last.flow), ...flow] }];
}

function textRuns(doc: Doc, context: DocxContext): readonly PageSequence[] {
  const list = [
    ...attachmentListFlow(doc.attachments, context.style),
    ...attendanceFlow(doc.attendance, context.style),
  ];
  const sign = signOffFlow(doc.signOff, context.style, context.images);
  const note = noteFlow(doc.note);
  const signOff = note.length === 0 ? sign : keepLast(sign);
  const count = linesBeforeSignOff(doc, context.style);
  const whole = namesKeptWithSignOff(count) === count;
  const keepList = whole ? keepTogether : keepLast;
  // Nothing follows the lists of minutes that they could be kept with.
  const alone = whole ? [...keepTogether(list.slice(0, -1)), ...list.slice(-1)] : list;
  const end = [...(signOff.length === 0 ? alone : keepList(keepLastWhole(list))), ...signOff];
  const last: PageSequence = { orientation: 'portrait', flow: [...end, ...note] };
  const opening = firstPageOrientation(doc.head, doc.blocks);
  const runs = withHead(headFlow(doc, context), opening, closedRuns('portrait', doc.blocks, context, count));
  return withEnd(runs, last, end.length > 0 && whole);
}

/** Puts a head on the page of the text after it. */
function withHead(
  flow: readonly Flow[],
  orientation: Orientation,
  runs: readonly PageSequence[],
): readonly PageSequence[] {
  const [first, ...rest] = runs;
  if (first?.orientation !== orientation) return [{ orientation, flow }, ...runs];
  return [{ orientation, flow: [...flow, ...first.flow] }, ...rest];
}

/** Puts the end on the page of the text before it; a sign-off right under the text keeps its last lines with it. */
function withEnd(runs: readonly PageSequence[], end: PageSequence, kept: boolean): readonly PageSequence[] {
  const previous = runs.at(-1);
  if (end.flow.length === 0) return runs;
  if (previous?.orientation !== end.orientation) return [...runs, end];
  const flow = [...(kept ? keepLast(previous.flow) : previous.flow), ...end.flow];
  return [...runs.slice(0, -1), { ...previous, flow }];
}

function attachmentRuns(doc: Doc, context: DocxContext): readonly PageSequence[] {
  const alone = doc.attachments.length === 1;
  return doc.attachments.filter(isBound).flatMap((attachment) => boundRuns(attachment, alone, context));
}

function boundRuns(attachment: Attachment, alone: boolean, context: DocxContext): readonly PageSequence[] {
  context.headings.restart();
  const { orientation, blocks } = attachment;
  return withHead(
    attachmentHeadFlow(attachment, alone, context),
    orientation,
    closedRuns(orientation, blocks, context),
  );
}

/** The runs of a text whose last paragraph stays whole where it is short. */
function closedRuns(
  orientation: Orientation,
  blocks: readonly Block[],
  context: DocxContext,
  attachments = 0,
): readonly PageSequence[] {
  const runs = splitRuns(orientation, blocks, context);
  const last = runs.at(-1);
  if (last === undefined || blocksKeptWithSignOff(blocks, context.style, attachments) === 0) return runs;
  return [...runs.slice(0, -1), { ...last, flow: keepLastWhole(last.flow) }];
}

/** Cuts blocks where the paper turns. */
function splitRuns(orientation: Orientation, blocks: readonly Block[], context: DocxContext): readonly PageSequence[] {
  return blocks.reduce<readonly PageSequence[]>((runs, block) => {
    const turned = block.kind === 'landscape' ? 'landscape' : orientation;
    const setting: BlockContext = { ...context, orientation: turned, quoted: false };
    const flow = blocksFlow([block], setting);
    const previous = runs.at(-1);
    const joins = previous?.orientation === turned && (block.kind !== 'landscape' || orientation === 'landscape');
    return joins
      ? [...runs.slice(0, -1), { ...previous, flow: [...previous.flow, ...flow] }]
      : [...runs, { orientation: turned, flow }];
  }, []);
}

/** Runs of one orientation share a section; a new page then begins by itself. */
function joinRuns(runs: readonly PageSequence[]): readonly PageSequence[] {
  return runs.reduce<readonly PageSequence[]>((joined, sequence) => {
    const previous = joined.at(-1);
    if (previous?.orientation !== sequence.orientation) return [...joined, sequence];
    const flow = [...previous.flow, ...onNewPage(sequence.flow)];
    return [...joined.slice(0, -1), { ...sequence, flow }];
  }, []);
}

/** A section without its footers. */
export function section(
  { orientation, flow, even = false }: PageSequence,
  letter: LetterHead | null,
  style: Style,
): Pick<ISectionOptions, 'properties' | 'children'> {
  return {
    properties: {
      page: { size: pageSize(orientation, style), margin: margins(orientation, letter, style) },
      grid: { linePitch: twips(style.grid.linePitch) },
      ...(letter === null ? {} : { titlePage: true }),
      ...(even ? { type: SectionType.EVEN_PAGE } : {}),
    },
    children: flowChildren(flow),
  };
}

function footersOf({ orientation, even = false }: PageSequence, letter: LetterHead | null, style: Style): Footers {
  if (even) return emptyFooters();
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
  // A turned sheet's number floats, so its footer only has to stay out of the text's way.
  const footer = orientation === 'landscape' ? 0 : footerDistance(letter !== null, style);
  return { top, right, bottom, left, header: 0, footer, gutter: 0 };
}

type IPageSize = NonNullable<NonNullable<ISectionOptions['properties']>['page']>['size'];
type IPageMargin = NonNullable<NonNullable<NonNullable<ISectionOptions['properties']>['page']>['margin']>;
