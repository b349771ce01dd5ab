import type { Inline } from '../../model/block.js';
import { element, fragment, type Markup } from './markup.js';

/** A run of inlines. Emphasis changes the face and never the weight: official faces have one weight only. */
export function inlinesMarkup(inlines: readonly Inline[]): Markup {
  return fragment(inlines.map(inlineMarkup));
}

function inlineMarkup(inline: Inline): Markup {
  switch (inline.kind) {
    case 'text':
      return fragment(inline.text);
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
