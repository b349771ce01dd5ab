import type { FaceTable, PrintJob } from '../../model/ports.js';
import { type Style } from '../../model/style.js';
import { withTableSize } from '../../layout/styles.js';
import { partAnchor, partsOf, type Cover, type Volume, type VolumePart } from '../../model/volume.js';
import { type Paging } from '../../layout/paging.js';
import { coverSpacing, coverTitleSize } from '../../layout/cover.js';
import type { Drawings } from '../chart/drawings.js';
import { blocksMarkup } from './blocks.js';
import { type BlockContext } from './context.js';
import { titleMarkup } from './head.js';
import type { Images } from './image.js';
import { points } from './css/length.js';
import { blankLines, element, fragment, nothing, type Markup } from './markup.js';
import { printJob } from './page.js';
import { pageSequencesMarkup } from './page-sequences.js';
import { UNNUMBERED_CLASS } from '../../layout/script/place-foot.js';
import { tableClass, volumeStyleSheet } from './css/volume-css.js';

/**
 * Writes a volume as one self-contained HTML page for printing as PDF. Entries of the contents are links to the
 * documents, whose first pages are known only after printing; without `paging`, the contents have the same length but
 * no numbers.
 */
export function writeVolumeHtml(
  volume: Volume,
  style: Style,
  faces: FaceTable,
  images: Images,
  paging: Paging,
  charts: Drawings = new Map(),
): PrintJob {
  const parts = partsOf(volume);
  const sizes = parts.flatMap(({ tableSize }) => (tableSize === null ? [] : [tableSize]));
  const context: BlockContext = { style, images, charts, orientation: 'portrait', bound: true };
  const body = fragment(
    coverMarkup(volume.cover, style),
    volume.twoSided ? EMPTY_PAGE : nothing,
    prefaceMarkup(volume, context),
    contentsMarkup(volume, style, paging.first),
    parts.map((part, index) =>
      fragment(paging.emptyBefore[index] === true ? EMPTY_PAGE : nothing, partMarkup(part, index, context)),
    ),
  );
  return printJob(volume.properties, volumeStyleSheet(style, faces, [...new Set(sizes)]), body);
}

/** Covers and empty pages are counted, but have no page number. */
const EMPTY_PAGE = element('section', { class: `run portrait empty ${UNNUMBERED_CLASS}` }, blankLines(1));

function coverMarkup(cover: Cover, style: Style): Markup {
  const room = coverSpacing(cover, style);
  const size = coverTitleSize(cover, style);
  const line = (text: string, name: string): Markup => element('p', { class: name }, text);
  return element(
    'section',
    { class: `run portrait cover ${UNNUMBERED_CLASS}` },
    blankLines(room.above),
    cover.line === '' ? nothing : line(cover.line, 'draft-line'),
    cover.title.map((text) => element('p', { class: 'title', style: `font-size:${points(size)}` }, text)),
    element('div', { class: 'blank' }),
    element('div', { class: 'rule' }),
    blankLines(room.below),
    cover.organ.map((text) => line(text, 'organ')),
    line(cover.date, 'date'),
  );
}

function prefaceMarkup({ preface }: Volume, context: BlockContext): Markup {
  if (preface.length === 0) return nothing;
  return element('section', { class: 'run portrait' }, blocksMarkup(preface, context));
}

function contentsMarkup({ groups }: Volume, style: Style, first: readonly number[]): Markup {
  let index = 0;
  const lists = groups.map(({ title, parts }) => {
    const entries = parts.map((part) => entryMarkup(part, index, first[index++]));
    return fragment(title === '' ? nothing : element('p', { class: 'group' }, title), element('ol', {}, entries));
  });
  return element('section', { class: 'run portrait contents' }, titleMarkup(['目录'], style), lists);
}

function entryMarkup({ lines, source }: VolumePart, index: number, page: number | undefined): Markup {
  const [last = '', ...before] = lines.toReversed();
  const span = (name: string, ...content: readonly (string | Markup)[]): Markup =>
    element('span', { class: name }, ...content);
  const end = [
    element('span', {}, last),
    span('leader'),
    element('span', {}, source),
    span('page', page === undefined ? '' : String(page)),
  ];
  const text = [...before.toReversed().map((line) => span('line', line)), span('line', fragment(end))];
  return element('li', {}, element('a', { href: `#${partAnchor(index)}` }, text));
}

function partMarkup({ doc, tableSize }: VolumePart, index: number, context: BlockContext): Markup {
  const name = tableSize === null ? {} : { class: tableClass(tableSize) };
  const style = withTableSize(context.style, tableSize);
  return element('article', { id: partAnchor(index), ...name }, pageSequencesMarkup(doc(), { ...context, style }));
}
