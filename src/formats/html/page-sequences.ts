import type { Block, Landscape } from '../../model/block.js';
import type { Attachment, Doc } from '../../model/doc.js';
import { blocksKeptWithSignOff, linesKeptWithSignOff, linesBeforeSignOff } from '../../layout/keep-with-next.js';
import { firstPageOrientation } from '../../layout/first-page-orientation.js';
import type { Style } from '../../model/style.js';
import { attachmentHeadMarkup, attachmentListMarkup, isBound } from './attachments.js';
import { blocksMarkup } from './blocks.js';
import { type BlockContext } from './context.js';
import { footMarkup } from './foot.js';
import { headMarkup } from './head.js';
import { element, fragment, nothing, type Markup } from './markup.js';
import { MEASURING_CLASS, UNNUMBERED_CLASS } from '../../layout/script/place-foot.js';
import { attendanceMarkup, noteMarkup, signOffMarkup } from './sign-off.js';

type Orientation = Attachment['orientation'];

/** Consecutive pages of one orientation; every sequence starts on a new page. */
interface PageSequence {
  readonly orientation: Orientation;
  readonly content: Markup;
  /** Content at the end of the sequence that stays on one page, together with the foot if there is one. */
  readonly kept: Markup;
  /** True if `kept` contains no text, so that it must stay on the page of the lines above. */
  readonly keepsLinesAbove?: boolean;
}

/** The document as page sequences, with the foot at the end of the last one. */
export function pageSequencesMarkup(doc: Doc, context: BlockContext): Markup {
  const foot = footMarkup(doc.foot, context.style);
  const even = doc.foot.kind === 'colophon' && doc.foot.evenPage && foot.html !== '';
  const sequences = withPageForFoot([...textSequences(doc, context), ...attachmentSequences(doc, context)], foot, even);
  const last = sequences.length - 1;
  return fragment(
    sequences.map(({ orientation, content, kept, keepsLinesAbove = false }, index) => {
      const end = fragment(kept, index === last ? foot : '');
      const box = kept.html === '' ? end : element('div', { class: keepsLinesAbove ? 'whole closing' : 'whole' }, end);
      const hasFoot = index === last && foot.html !== '';
      const names = [
        'run',
        orientation,
        ...(hasFoot ? [MEASURING_CLASS] : []),
        ...(hasFoot && even ? [UNNUMBERED_CLASS] : []),
      ];
      return element('section', { class: names.join(' ') }, content, box);
    }),
  );
}

/** Adds a portrait page for 版记 if the last page is landscape, or if 版记 needs a separate even page. */
function withPageForFoot(sequences: readonly PageSequence[], foot: Markup, even: boolean): readonly PageSequence[] {
  const endsInLandscape = sequences.at(-1)?.orientation === 'landscape' && foot.html !== '';
  return endsInLandscape || even
    ? [...sequences, { orientation: 'portrait', content: nothing, kept: nothing }]
    : sequences;
}

function textSequences(doc: Doc, context: BlockContext): readonly PageSequence[] {
  const { style } = context;
  const list = [...attachmentListMarkup(doc.attachments, style), ...attendanceMarkup(doc.attendance, style)];
  const count = linesBeforeSignOff(doc, style);
  const whole = linesKeptWithSignOff(count) === count;
  const keptLines = whole ? list : list.slice(-1);
  const tail = splitTail(doc.blocks, style, count);
  const orientation = firstPageOrientation(doc.head, doc.blocks);
  const sequences = withHead(
    headMarkup(doc, context),
    orientation,
    splitByOrientation('portrait', tail.blocks, context),
  );
  const end = fragment(keptLines, signOffMarkup(doc.signOff, style, context.images), noteMarkup(doc.note));
  const kept = fragment(blocksMarkup(tail.kept, context), end);
  const keepsLinesAbove = tail.kept.length === 0 && whole;
  return withEnd(sequences, {
    orientation: 'portrait',
    content: fragment(whole ? [] : list.slice(0, -1)),
    kept,
    keepsLinesAbove,
  });
}

function attachmentSequences(doc: Doc, context: BlockContext): readonly PageSequence[] {
  const alone = doc.attachments.length === 1;
  return doc.attachments.filter(isBound).flatMap(({ orientation, blocks, ...attachment }) => {
    const head = attachmentHeadMarkup({ orientation, blocks, ...attachment }, alone, context);
    const tail = splitTail(blocks, context.style);
    const kept = blocksMarkup(tail.kept, { ...context, orientation });
    const sequences = withHead(head, orientation, splitByOrientation(orientation, tail.blocks, context));
    return withEnd(sequences, { orientation, content: nothing, kept });
  });
}

/** Adds a head to the first sequence, or before it if the orientations differ. */
function withHead(head: Markup, orientation: Orientation, sequences: readonly PageSequence[]): readonly PageSequence[] {
  const [first, ...rest] = sequences;
  if (head.html === '') return sequences;
  if (first?.orientation !== orientation) return [{ orientation, content: head, kept: nothing }, ...sequences];
  return [{ ...first, content: fragment(head, first.content) }, ...rest];
}

/** Appends an end to the last sequence, or after it if the orientations differ. */
function withEnd(sequences: readonly PageSequence[], end: PageSequence): readonly PageSequence[] {
  const last = sequences.at(-1);
  if (end.content.html + end.kept.html === '') return sequences;
  if (last?.orientation !== end.orientation) return [...sequences, end];
  return [...sequences.slice(0, -1), { ...end, content: fragment(last.content, end.content) }];
}

interface Tail {
  readonly blocks: readonly Block[];
  /** The last paragraph or list item, and the headings directly above it. */
  readonly kept: readonly Block[];
}

/**
 * Splits off the blocks that share a box with the sign-off and the foot. The browser may ignore a chain of
 * `break-after: avoid`, but never breaks a `break-inside: avoid` box that fits on a page.
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

/** Splits blocks where the orientation changes; empty sequences are dropped. */
function splitByOrientation(
  orientation: Orientation,
  blocks: readonly Block[],
  context: BlockContext,
): readonly PageSequence[] {
  const isTurned = (block: Block): block is Landscape => block.kind === 'landscape' && orientation === 'portrait';
  const sameContext: BlockContext = { ...context, orientation };
  const landscapeContext: BlockContext = { ...context, orientation: 'landscape' };
  const sequences: PageSequence[] = [];
  let content = nothing;
  for (const block of blocks) {
    if (isTurned(block)) {
      const landscape = {
        orientation: 'landscape',
        content: blocksMarkup(block.blocks, landscapeContext),
        kept: nothing,
      } as const;
      sequences.push({ orientation, content, kept: nothing }, landscape);
      content = nothing;
    } else {
      content = fragment(content, blocksMarkup([block], sameContext));
    }
  }
  return [...sequences, { orientation, content, kept: nothing }].filter((sequence) => sequence.content.html !== '');
}
