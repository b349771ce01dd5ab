import { joinTexts } from '../../model/block.js';
import type { Inline } from '../../model/block.js';
import { element, fragment, type Markup } from './markup.js';

/** The HTML of inlines. Emphasis changes the face, not the weight, since official faces have only one weight. */
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

/** Positions before an opening quotation mark that follows text, and after a closing one before text. */
const BESIDE_QUOTES =
  /(?<=[^\s“‘（《〈「『【〔(])(?=[“‘])|(?<=[”’])(?=[^\s”’）》〉」』】〕，。；：、！？…—)])(?<![A-Za-z]’(?=[A-Za-z]))/gu;

/**
 * Unicode forbids line breaks beside “ and ”, which are also Latin punctuation; Chinese typesetting and Word allow
 * them.
 */
function textMarkup(text: string): Markup {
  const pieces = text.split(BESIDE_QUOTES);
  return fragment(
    pieces.map((piece, index) => fragment(index === 0 ? '' : element('wbr', {}), middleDotMarkup(piece))),
  );
}

/** The middle dot in a name such as 阿斯木·托合提 must not start a line (GB/T 15834, 5.1), although Unicode allows it. */
function middleDotMarkup(text: string): Markup {
  const pieces = text.split(/(\S·)/u);
  return fragment(
    pieces.map((piece, index) => (index % 2 === 0 ? fragment(piece) : element('span', { class: 'glue' }, piece))),
  );
}
