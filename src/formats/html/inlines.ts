import { joinTexts } from '../../model/block.js';
import type { Inline } from '../../model/block.js';
import { element, fragment, type Markup } from './markup.js';

/** A run of inlines. Emphasis changes the face and never the weight: official faces have one weight only. */
export function inlinesMarkup(inlines: readonly Inline[]): Markup {
  return fragment(joinTexts(inlines).map(inlineMarkup));
}

function inlineMarkup(inline: Inline): Markup {
  switch (inline.kind) {
    case 'text':
      return textMarkup(inline.text);
    case 'strong':
      return element('strong', {}, inlinesMarkup(inline.inlines));
    case 'emphasis':
      return element('em', {}, inlinesMarkup(inline.inlines));
    case 'break':
      return element('br', {});
    case 'missing':
      return element('span', { class: 'missing' }, inline.text);
  }
}

/** Before an opening quotation mark that follows text, and after a closing one that text follows. */
const BESIDE_QUOTES =
  /(?<=[^\s“‘（《〈「『【〔(])(?=[“‘])|(?<=[”’])(?=[^\s”’）》〉」』】〕，。；：、！？…—)])(?<![A-Za-z]’(?=[A-Za-z]))/gu;

/** Unicode lets no line break beside “ and ”, which are Latin marks as well; Chinese text, and Word, break there. */
function textMarkup(text: string): Markup {
  const pieces = text.split(BESIDE_QUOTES);
  return fragment(pieces.map((piece, index) => fragment(index === 0 ? '' : element('wbr', {}), gluedMarkup(piece))));
}

/** The dot in a name such as 阿斯木·托合提 never starts a line (GB/T 15834, 5.1), though Unicode would let it. */
function gluedMarkup(text: string): Markup {
  const pieces = text.split(/(\S·)/u);
  return fragment(
    pieces.map((piece, index) => (index % 2 === 0 ? fragment(piece) : element('span', { class: 'glue' }, piece))),
  );
}
