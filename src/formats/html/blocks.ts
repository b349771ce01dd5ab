import type { Block, Heading, Image, List, ListItem, Paragraph, Quote } from '../../model/block.js';
import type { Span } from '../../model/span.js';
import { chartMarkup } from './chart.js';
import { imageMarkup } from './image.js';
import { inlinesMarkup } from './inlines.js';
import { blankLines, element, fragment, nothing, type Attributes, type Markup } from './markup.js';
import { tableMarkup } from './table.js';
import type { BlockContext } from './context.js';

/** The HTML of blocks, each with its location in the source. */
export function blocksMarkup(blocks: readonly Block[], context: BlockContext): Markup {
  return fragment(blocks.map((block) => blockMarkup(block, context)));
}

function blockMarkup(block: Block, context: BlockContext): Markup {
  switch (block.kind) {
    case 'heading':
      return headingMarkup(block, context);
    case 'paragraph':
      return paragraphMarkup(block, nothing);
    case 'list':
      return listMarkup(block, context);
    case 'table':
      return tableMarkup(block, sourceAttributes(block.span), context);
    case 'quote':
      return quoteMarkup(block, context);
    case 'image':
      return pictureMarkup(block, context);
    case 'chart':
      return chartMarkup(block, sourceAttributes(block.span), context.style, context.charts);
    case 'landscape':
      return blocksMarkup(block.blocks, { ...context, orientation: 'landscape' });
    case 'page-break':
      return element('div', { class: 'page-break' });
  }
}

/** Attributes with the source range of a block, for previews. */
export function sourceAttributes(span: Span | undefined): Attributes {
  return span === undefined ? {} : { 'data-path': span.path, 'data-start': span.start, 'data-end': span.end };
}

/** In a volume, titles of articles and attachments are one heading level below the title of the document. */
export function subordinateLevel(bound: boolean): Attributes {
  return bound ? { 'aria-level': 2 } : {};
}

/** The title of an article has a blank line above and below; a numbered heading has none. */
function headingMarkup(heading: Heading, { style, bound }: BlockContext): Markup {
  const text = [fragment(heading.number), inlinesMarkup(heading.inlines)];
  const level = heading.level === 0 ? subordinateLevel(bound) : {};
  const line = element(`h${heading.level + 1}`, { ...level, ...sourceAttributes(heading.span) }, text);
  const blank = blankLines(heading.level === 0 ? style.blankLines.titleToText : 0);
  return fragment(blank, line, blank);
}

function paragraphMarkup(paragraph: Paragraph, marker: Markup): Markup {
  const attributes = { class: paragraph.role, ...sourceAttributes(paragraph.span) };
  return element('p', attributes, marker, inlinesMarkup(paragraph.inlines));
}

function listMarkup(list: List, context: BlockContext): Markup {
  const items = list.items.map((item) => itemMarkup(item, context));
  return element(list.ordered ? 'ol' : 'ul', sourceAttributes(list.span), items);
}

/** The marker is printed at the start of the item's first paragraph, which is indented like any other. */
function itemMarkup(item: ListItem, context: BlockContext): Markup {
  const marker = fragment(item.marker);
  const [first, ...rest] = item.blocks;
  if (first?.kind === 'paragraph') {
    return element('li', {}, paragraphMarkup(first, marker), blocksMarkup(rest, context));
  }
  return element('li', {}, element('p', { class: 'body' }, marker), blocksMarkup(item.blocks, context));
}

function quoteMarkup(quote: Quote, context: BlockContext): Markup {
  return element('blockquote', sourceAttributes(quote.span), blocksMarkup(quote.blocks, context));
}

function pictureMarkup(image: Image, context: BlockContext): Markup {
  return element('p', { class: 'picture', ...sourceAttributes(image.span) }, imageMarkup(image, context.images));
}
