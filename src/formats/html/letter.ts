import type { LetterHead } from '../../model/doc.js';
import { mastheadFit } from '../../layout/masthead.js';
import { type Style } from '../../model/style.js';
import { mmToPoints } from '../../layout/units.js';
import { millimetres, points } from './css/length.js';
import { element, fragment, type Markup } from './markup.js';
import { MEASURING_CLASS } from '../../layout/script/place-foot.js';
import { INK_TOP, mastheadMarkup } from './masthead.js';

/** Extra space above 发文机关标志 for ink that exceeds its box, in millimetres. */
const CLEARANCE_MM = 1;
const PIXEL_MM = 25.4 / 96;

/**
 * 版头 of a letter (10.1) without its rules, which `letterCss` draws: 发文机关标志 in a box that ends at the lower edge of
 * the upper rule, then 份号, 密级 and 紧急程度 at the left and 发文字号 at the right.
 */
export function letterMarkup(head: LetterHead, lines: Markup, style: Style): Markup {
  const height = ruleTopMm(head, style) + ruleHeightMm(style) - areaTopMm(style);
  const masthead = element(
    'div',
    { class: 'letterhead', style: `height:${millimetres(height)}` },
    mastheadMarkup(head, style),
  );
  const number = element('p', { class: 'letter-number' }, head.number);
  return fragment(masthead, element('div', { class: 'letter-elements' }, element('div', {}, lines), number));
}

/**
 * CSS of the first page of a letter: its type area begins above 发文机关标志; it has the two double rules, in the width of
 * the standard, and no page number. While the foot is being placed, a negative margin of the head replaces the larger
 * type area, so that all pages have equal height.
 */
export function letterCss(head: LetterHead, style: Style): string {
  const { page, grid, size, letter } = style;
  const rise = page.topMm - areaTopMm(style);
  const lowerRuleTop = page.heightMm - letter.ruleBottomMm - ruleHeightMm(style) - (page.heightMm - page.bottomMm);
  const gap = letter.ruleToText - (grid.linePitch - size.body) / 2;
  return `@page :first { margin-top: ${millimetres(areaTopMm(style))};
  @bottom-right { content: none; } @bottom-left { content: none; }
  @top-center { ${ruleBox(head, 'upper', ruleTopMm(head, style), style)} }
  @bottom-center { ${ruleBox(head, 'lower', lowerRuleTop, style)} } }
.${MEASURING_CLASS} > header.letter { margin-top: -${millimetres(rise)}; }
.letterhead { position: relative; }
.letterhead .mark { position: absolute; left: 0; right: 0; top: ${millimetres(letter.mastheadTopMm - areaTopMm(style))}; }
.letter-elements { display: flex; justify-content: space-between; align-items: start; margin-top: ${points(gap)}; }`;
}

/**
 * Top of the type area of the first page. It is a whole number of pixels above that of other pages, which the line
 * count requires.
 */
function areaTopMm({ page, letter }: Style): number {
  const rise = Math.ceil((page.topMm - letter.mastheadTopMm + CLEARANCE_MM) / PIXEL_MM);
  return page.topMm - rise * PIXEL_MM;
}

/** The upper rule is 4 mm below the characters of 发文机关标志. */
function ruleTopMm(head: LetterHead, style: Style): number {
  const em = mastheadFit(head, style).size / mmToPoints(1);
  return style.letter.mastheadTopMm + (1 - INK_TOP) * em + style.head.ruleGapMm;
}

function ruleHeightMm({ letter }: Style): number {
  return letter.thickMm + letter.gapMm + letter.thinMm;
}

/** A margin box, `topMm` below the top of the margin, whose borders are the two rules. */
function ruleBox(head: LetterHead, rule: 'upper' | 'lower', topMm: number, style: Style): string {
  const { page, letter, head: red } = style;
  const margin = (page.widthMm - letter.ruleWidthMm) / 2;
  // The browser centres the box on the type area; with these margins it is centred on the sheet.
  const [right, left] = [margin - page.rightMm, margin - page.leftMm];
  const bottom = rule === 'upper' ? millimetres(areaTopMm(style) - topMm - ruleHeightMm(style)) : 'auto';
  const widths = rule === 'upper' ? [letter.thickMm, letter.thinMm] : [letter.thinMm, letter.thickMm];
  const [topWidth, bottomWidth] = widths.map(millimetres);
  return `content: ""; box-sizing: border-box; width: ${millimetres(letter.ruleWidthMm)}; height: ${millimetres(ruleHeightMm(style))};
    margin: ${millimetres(topMm)} ${millimetres(right)} ${bottom} ${millimetres(left)};
    border: 0 solid ${head.preprinted ? 'transparent' : `#${red.red}`}; border-width: ${topWidth} 0 ${bottomWidth};`;
}
