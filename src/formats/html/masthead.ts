import type { RedHead } from '../../model/doc.js';
import { mastheadFit, mastheadOf } from '../../layout/masthead.js';
import type { Style } from '../../model/style.js';
import { points } from './css/length.js';
import { element, nothing, type Markup } from './markup.js';

/** Distance from the top of the em box of a Han character to its ink, in ems. */
export const INK_TOP = 0.1;

/** 发文机关标志 (7.2.4): the organs one per line, 文件 to the right, vertically centred. */
export function mastheadMarkup(head: RedHead, style: Style): Markup {
  const { names, suffix } = mastheadOf(head);
  const { size, percent } = mastheadFit(head, style);
  const lines = names.map((name) => element('span', {}, name));
  const tail = suffix === '' ? nothing : element('span', {}, suffix);
  const line = element('p', {}, element('span', { class: 'organs' }, lines), tail);
  return element('div', { class: 'mark', style: `font-size:${points(size)};--squeeze:${percent / 100}` }, line);
}
