import type { Block, Landscape } from '../../model/block.js';
import type { Attachment, Doc } from '../../model/doc.js';
import { blocksKeptWithSignOff, namesKeptWithSignOff, linesBeforeSignOff } from '../../layout/keep-with-next.js';
import { firstPageOrientation } from '../../layout/first-page-orientation.js';
import type { Style } from '../../model/style.js';
import { attachmentHeadMarkup, attachmentListMarkup, isBound } from './attachments.js';
import { blocksMarkup } from './blocks.js';
import { type BlockContext } from './context.js';
import { footMarkup } from './foot.js';
import { headMarkup } from './head.js';
import { element, fragment, nothing, type Markup } from './markup.js';
import { MEASURING, UNNUMBERED } from '../../layout/script/place-foot.js';
import { attendanceMarkup, noteMarkup, signOffMarkup } from './sign-off.js';

type Orientation = Attachment['orientation'];

/** Pages of one orientation that follow each other; every run starts on a new page. */
interface PageSequence {
  readonly orientation: Orientation;
  readonly content: Markup;
  /** What stays on one page with the foot, or with itself, at the end of the run. */
  readonly kept: Markup;
  /** True where no text is kept, so that the lines above have to be. */
  readonly signs?: boolean;
}

/** The whole document as runs of pages, the foot at the end of the last one. */
export function pageSequencesMarkup(doc: Doc, context: BlockContext): Markup {
  const foot = footMarkup(doc.foot, context.style);
  const even = doc.foot.kind === 'colophon' && doc.foot.evenPage && foot.html !== '';
  const runs = withPageForFoot([...textRuns(doc, context), ...attachmentRuns(doc, context)], foot, even);
  const last = runs.length - 1;
  return fragment(
    runs.map(({ orientation, content, kept, signs = false }, index) => {
      const end = fragment(kept, index === last ? foot : '');
      const box = kept.html === '' ? end : element('div', { class: signs ? 'whole closing' : 'whole' }, end);
      const footed = index === last && foot.html !== '';
      const names = ['run', orientation, ...(footed ? [MEASURING] : []), ...(footed && even ? [UNNUMBERED] : [])];
      return element('section', { class: names.join(' ') }, content, box);
    }),
  );
}

/** 版记 belongs on the bottom of an upright page: where the last page is turned, or it must be even, it takes one of its own. */
function withPageForFoot(runs: readonly PageSequence[], foot: Markup, even: boolean): readonly PageSequence[] {
  const turned = runs.at(-1)?.orientation === 'landscape' && foot.html !== '';
  return turned || even ? [...runs, { orientation: 'portrait', content: nothing, kept: nothing }] : runs;
}

function textRuns(doc: Doc, context: BlockContext): readonly PageSequence[] {
  const { style } = context;
  const list = [...attachmentListMarkup(doc.attachments, style), ...attendanceMarkup(doc.attendance, style)];
  const count = linesBeforeSignOff(doc, style);
  const whole = namesKeptWithSignOff(count) === count;
  const named = whole ? list : list.slice(-1);
  const tail = splitTail(doc.blocks, style, count);
  const opening = firstPageOrientation(doc.head, doc.blocks);
  const runs = withHead(headMarkup(doc, context), opening, splitRuns('portrait', tail.blocks, context));
  const end = fragment(named, signOffMarkup(doc.signOff, style, context.images), noteMarkup(doc.note));
  const kept = fragment(blocksMarkup(tail.kept, context), end);
  const signs = tail.kept.length === 0 && whole;
  return withEnd(runs, { orientation: 'portrait', content: fragment(whole ? [] : list.slice(0, -1)), kept, signs });
}

function attachmentRuns(doc: Doc, context: BlockContext): readonly PageSequence[] {
  const alone = doc.attachments.length === 1;
  return doc.attachments.filter(isBound).flatMap(({ orientation, blocks, ...attachment }) => {
    const head = attachmentHeadMarkup({ orientation, blocks, ...attachment }, alone, context);
    const tail = splitTail(blocks, context.style);
    const kept = blocksMarkup(tail.kept, { ...context, orientation });
    const runs = withHead(head, orientation, splitRuns(orientation, tail.blocks, context));
    return withEnd(runs, { orientation, content: nothing, kept });
  });
}

/** Puts a head on the page of the text after it. */
function withHead(head: Markup, orientation: Orientation, runs: readonly PageSequence[]): readonly PageSequence[] {
  const [first, ...rest] = runs;
  if (head.html === '') return runs;
  if (first?.orientation !== orientation) return [{ orientation, content: head, kept: nothing }, ...runs];
  return [{ ...first, content: fragment(head, first.content) }, ...rest];
}

/** Puts an end on the last run where that lies as the text does, or on a page of its own. */
function withEnd(runs: readonly PageSequence[], end: PageSequence): readonly PageSequence[] {
  const last = runs.at(-1);
  if (end.content.html + end.kept.html === '') return runs;
  if (last?.orientation !== end.orientation) return [...runs, end];
  return [...runs.slice(0, -1), { ...end, content: fragment(last.content, end.content) }];
}

interface Tail {
  readonly blocks: readonly Block[];
  /** The last paragraph, or item of a list, and the headings right over it. */
  readonly kept: readonly Block[];
}

/**
 * Cuts off what shares a box with the sign-off and the foot. The browser gives up a chain of rules that each keep two
 * neighbours together, but never breaks a box that finds room.
 */
function splitTail(blocks: readonly Block[], style: Style, attachments = 0): Tail {
  const count = blocksKeptWithSignOff(blocks, style, attachments);
  const last = blocks.at(-1);
  if (count === 0 || last === undefined) return { blocks, kept: [] };
  if (last.kind !== 'list' || last.items.length === 1) {
    return { blocks: blocks.slice(0, -count), kept: blocks.slice(-count) };
  }
  const [items, kept] = [last.items.slice(0, -1), last.items.slice(-1)];
  return { blocks: [...blocks.slice(0, -1), { ...last, items }], kept: [{ ...last, items: kept }] };
}

/** Cuts blocks where the paper turns; a stretch in which nothing stands makes no page. */
function splitRuns(orientation: Orientation, blocks: readonly Block[], context: BlockContext): readonly PageSequence[] {
  const turns = (block: Block): block is Landscape => block.kind === 'landscape' && orientation === 'portrait';
  const here: BlockContext = { ...context, orientation };
  const turned: BlockContext = { ...context, orientation: 'landscape' };
  const runs: PageSequence[] = [];
  let content = nothing;
  for (const block of blocks) {
    if (turns(block)) {
      const table = { orientation: 'landscape', content: blocksMarkup(block.blocks, turned), kept: nothing } as const;
      runs.push({ orientation, content, kept: nothing }, table);
      content = nothing;
    } else {
      content = fragment(content, blocksMarkup([block], here));
    }
  }
  return [...runs, { orientation, content, kept: nothing }].filter((sequence) => sequence.content.html !== '');
}
