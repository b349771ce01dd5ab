import type { LetterHead } from '../../model/doc.js';
import { mastheadFit } from '../../layout/masthead.js';
import { type Style } from '../../model/style.js';
import { mmToPoints } from '../../layout/units.js';
import { millimetres, points } from './css/length.js';
import { element, fragment, type Markup } from './markup.js';
import { MEASURING } from '../../layout/script/place-foot.js';
import { INK_TOP, mastheadMarkup } from './masthead.js';

/** Room that the ink of a mark may need above its top, in millimetres. */
const CLEARANCE = 1;
const PIXEL_MM = 25.4 / 96;

/**
 * 版头 of a letter (10.1) without its rules, which the sheet has (`letterCss`): the mark in a box that ends at the lower
 * edge of the upper rule, then 份号, 密级 and 紧急程度 at the left and 发文字号 at the right.
 */
export function letterMarkup(head: LetterHead, lines: Markup, style: Style): Markup {
  const height = ruleTopMm(head, style) + ruleHeightMm(style) - areaTopMm(style);
  const room = element(
    'div',
    { class: 'letterhead', style: `height:${millimetres(height)}` },
    mastheadMarkup(head, style),
  );
  const number = element('p', { class: 'letter-number' }, head.number);
  return fragment(room, element('div', { class: 'letter-elements' }, element('div', {}, lines), number));
}

/**
 * The first page of a letter: its type area begins above the mark, it has the two double rules, as wide on the sheet as
 * the standard says, and no number. While `settle` measures, the head is lifted instead, and the pages stay alike.
 */
export function letterCss(head: LetterHead, style: Style): string {
  const { page, grid, size, letter } = style;
  const rise = page.topMm - areaTopMm(style);
  const lower = page.heightMm - letter.ruleBottomMm - ruleHeightMm(style) - (page.heightMm - page.bottomMm);
  const gap = letter.ruleToText - (grid.linePitch - size.body) / 2;
  return `@page :first { margin-top: ${millimetres(areaTopMm(style))};
  @bottom-right { content: none; } @bottom-left { content: none; }
  @top-center { ${ruleBox(head, 'upper', ruleTopMm(head, style), style)} }
  @bottom-center { ${ruleBox(head, 'lower', lower, style)} } }
.${MEASURING} > header.letter { margin-top: -${millimetres(rise)}; }
.letterhead { position: relative; }
.letterhead .mark { position: absolute; left: 0; right: 0; top: ${millimetres(letter.mastheadTopMm - areaTopMm(style))}; }
.letter-elements { display: flex; justify-content: space-between; align-items: start; margin-top: ${points(gap)}; }`;
}

/** Top of the first page's type area on the sheet: whole pixels above that of the others, or lines would be counted wrong. */
function areaTopMm({ page, letter }: Style): number {
  const rise = Math.ceil((page.topMm - letter.mastheadTopMm + CLEARANCE) / PIXEL_MM);
  return page.topMm - rise * PIXEL_MM;
}

/** The upper rule lies 4 mm below the foot of the mark's characters. */
function ruleTopMm(head: LetterHead, style: Style): number {
  const em = mastheadFit(head, style).size / mmToPoints(1);
  return style.letter.mastheadTopMm + (1 - INK_TOP) * em + style.head.ruleGapMm;
}

function ruleHeightMm({ letter }: Style): number {
  return letter.thickMm + letter.gapMm + letter.thinMm;
}

/** A box in the margin, `topMm` below the top of the margin, whose borders are the two rules. */
function ruleBox(head: LetterHead, place: 'upper' | 'lower', topMm: number, style: Style): string {
  const { page, letter, head: red } = style;
  const margin = (page.widthMm - letter.ruleWidthMm) / 2;
  // The browser centres the box with its margins on the type area, which they make it fill.
  const [right, left] = [margin - page.rightMm, margin - page.leftMm];
  const bottom = place === 'upper' ? millimetres(areaTopMm(style) - topMm - ruleHeightMm(style)) : 'auto';
  const widths = place === 'upper' ? [letter.thickMm, letter.thinMm] : [letter.thinMm, letter.thickMm];
  const [top, foot] = widths.map(millimetres);
  return `content: ""; box-sizing: border-box; width: ${millimetres(letter.ruleWidthMm)}; height: ${millimetres(ruleHeightMm(style))};
    margin: ${millimetres(topMm)} ${millimetres(right)} ${bottom} ${millimetres(left)};
    border: 0 solid ${head.preprinted ? 'transparent' : `#${red.red}`}; border-width: ${top} 0 ${foot};`;
}
