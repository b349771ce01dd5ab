import type { FaceTable } from '../../../model/ports.js';
import { type Style } from '../../../model/style.js';
import { mmToPoints, pointsToMm } from '../../../layout/units.js';
import type { Head } from '../../../model/doc.js';
import { inCells, millimetres, points, smallCell } from './length.js';
import { letterCss } from '../letter.js';
import { INK_TOP } from '../masthead.js';
import { familyList, pageCss } from './page-css.js';
import { MEASURING_CLASS } from '../../../layout/script/place-foot.js';

/** Visually opaque, but less than 1, so that the browser draws a figure as one group, which is tagged as a whole. */
const FIGURE_OPACITY = 0.9999;

/** The style sheet of a document with a kind of head; all lengths come from `style`. */
export function styleSheet(head: Head, style: Style, faces: FaceTable): string {
  const parts = [pageCss(style, faces), textCss(style, faces), headCss(style, faces), tableCss(style, faces)];
  const letter = head.kind === 'letter' ? [letterCss(head, style)] : [];
  return [...parts, sealCss(style), footCss(style), pageSequenceCss(), ...letter].join('\n') + '\n';
}

/**
 * The text grid (5.2.3). Autospacing and punctuation trimming would break it; synthetic weights are not official faces.
 */
function textCss(style: Style, faces: FaceTable): string {
  const { size, grid } = style;
  const twoCells = inCells(2, style);
  return `body { margin: 0; font: ${points(size.body)}/${points(grid.linePitch)} ${familyList(faces, 'body')}; font-synthesis: none;
  letter-spacing: ${points(grid.letterSpacing)}; color: #000; text-align: justify; text-rendering: geometricPrecision;
  line-break: strict; overflow-wrap: anywhere; text-spacing-trim: space-all; text-autospace: no-autospace; orphans: 1; widows: 1; }
h1, h2, h3, h4, h5, p, ol, ul, li, blockquote { margin: 0; padding: 0; font: inherit; list-style: none; }
h1, h2, h3, h4, h5, .caption { break-inside: avoid; break-after: avoid; }
h2, h3, h4, h5, p.body, p.note { text-indent: ${twoCells}; }
h1 { font: ${points(size.title)}/${points(grid.linePitch)} ${familyList(faces, 'title')}; letter-spacing: 0; text-align: center; }
h2, strong, .grade { font-family: ${familyList(faces, 'heading1')}; font-weight: normal; }
h3, em, p.note, blockquote, .draft-line, .signer { font-family: ${familyList(faces, 'heading2')}; font-style: normal; }
blockquote { padding: 0 ${twoCells}; }
.centre, .draft-line, .picture { text-align: center; }
.right { text-align: right; }
.missing { color: #${style.head.red}; }
.glue { white-space: nowrap; }
.blank { height: ${points(grid.linePitch)}; }
.label { display: inline-block; text-indent: 0; white-space: nowrap; }
.picture { line-height: 0; break-inside: avoid; }
.picture img { max-width: 100%; max-height: calc(var(--height) - ${points(grid.linePitch)}); }
.picture .missing { line-height: ${points(grid.linePitch)}; }
.chart { break-inside: avoid; }
figure { margin: 0; opacity: ${FIGURE_OPACITY}; }
svg { display: block; margin: 0 auto; letter-spacing: 0; overflow: visible; }
.chart-caption { font: ${points(style.table.captionSize)}/${points(grid.linePitch)} ${familyList(faces, 'heading1')}; text-align: center; }
.sign-off { break-inside: avoid; }
p + .closing, :is(ol, ul) + .closing { break-before: avoid; }`;
}

function headCss(style: Style, faces: FaceTable): string {
  const { head, bulletin, grid, size } = style;
  // The half-leading of the title counts towards the two blank lines below the rule (7.3.1).
  const leading = pointsToMm((grid.linePitch - size.title) / 2);
  const gap = mmToPoints(head.ruleGapMm) - (grid.linePitch - size.body) / 2;
  const cell = inCells(1, style);
  return `.marks { min-height: ${millimetres(head.mastheadTopMm)}; }
.bulletin .marks { min-height: ${millimetres(bulletin.mastheadTopMm)}; }
.order .marks { min-height: ${millimetres(style.order.mastheadTopMm)}; }
.preprinted :is(.mark, hr) { visibility: hidden; }
.mark { font-family: ${familyList(faces, 'title')}; line-height: 1; letter-spacing: 0; color: #${head.red}; white-space: nowrap; overflow-x: clip; margin-bottom: calc(-${INK_TOP}em - ${points((grid.linePitch - size.body) / 2)}); }
.mark p { position: relative; left: 50%; top: -${INK_TOP}em; width: max-content; transform: translateX(-50%) scaleX(var(--squeeze, 1)); display: flex; align-items: center; }
.organs { display: flex; flex-direction: column; text-align-last: justify; }
.number { text-align: center; }
.upward { display: flex; justify-content: space-between; align-items: end; padding: 0 ${cell}; }
.signers { display: grid; grid-template-columns: repeat(3, auto); }
.signer:nth-child(even) { grid-column: 2; }
.signer:nth-child(odd) { grid-column: 3; margin-left: ${cell}; }
${ruleCss('hr', head.ruleMm, `#${head.red}`, points(gap), head.ruleMm - leading)}
${ruleCss('.bulletin hr', bulletin.ruleMm, `#${head.red}`, points(gap), bulletin.ruleMm - leading)}`;
}

/**
 * A rule of exact thickness that takes `heightMm` in the layout. Browsers round borders down to whole pixels, which
 * would make 0.35 mm and 0.25 mm equal; a transformed border is not rounded.
 */
export function ruleCss(selector: string, thickMm: number, colour: string, gap = '0', heightMm = 0): string {
  const scale = ((thickMm / 25.4) * 96) / 10;
  return `${selector} { height: 0; border: 0 solid ${colour}; border-top-width: 10px; margin: ${gap} 0 calc(${millimetres(heightMm)} - 10px); transform-origin: 0 0; transform: scaleY(${scale.toFixed(5)}); }`;
}

/** A cell draws its right and lower rules, so that a row keeps its lower rule at a page break, as in Word. */
export function tableCss(style: Style, faces: FaceTable): string {
  const { table, size, grid } = style;
  const rule = points(table.rule);
  return `table { table-layout: fixed; border-collapse: separate; border-spacing: 0; font-size: ${points(size.table)}; line-height: ${points(table.linePitch)}; letter-spacing: 0; text-align: left; }
.caption { font: ${points(table.captionSize)}/${points(grid.linePitch)} ${familyList(faces, 'heading1')}; text-align: center; }
thead, tr, .whole { break-inside: avoid; }
.kept { break-after: avoid; }
blockquote table { margin-left: -${inCells(2, style)}; }
th, td { border: solid #000; border-width: 0 ${rule} ${rule} 0; padding: ${points(table.paddingBlock)} ${points(table.paddingInline - table.rule / 2)}; font-weight: normal; vertical-align: middle; }
tr > :first-child { border-left-width: ${rule}; }
table > :nth-child(2) > tr:first-child > * { border-top-width: ${rule}; }
th { font-family: ${familyList(faces, 'heading1')}; text-align: center; }
.tight { line-height: ${points(table.tightPitch)}; }
table:not(:has(thead)) { border-collapse: collapse; }
table:not(:has(thead)) td { border-width: ${rule}; }
td.centre { text-align: center; }
td.right { text-align: right; }`;
}

/** Seals are behind the names (7.3.5.1); 签名章 is beside the title of the signer (7.3.5.3). */
function sealCss(style: Style): string {
  const { seal, grid } = style;
  const { diameterMm, riseMm, stampWidthMm, stampHeightMm } = seal;
  const stampRowHeight = Math.ceil(mmToPoints(stampHeightMm) / grid.linePitch) * grid.linePitch;
  return `.sign-off { position: relative; z-index: 0; --seal: ${millimetres(diameterMm)}; }
.sealed { position: relative; min-height: ${points(grid.linePitch)}; }
.sealed span { position: absolute; top: 0; white-space: nowrap; }
.sealed .seal { z-index: -1; top: calc(${points(grid.linePitch)} - ${millimetres(riseMm)} - var(--seal) / 2); line-height: 0; }
.seal img { width: var(--seal); height: var(--seal); object-fit: contain; }
.stamped { display: flex; justify-content: end; align-items: center; gap: ${inCells(2, style)}; padding-right: ${inCells(4, style)}; height: ${points(stampRowHeight)}; }
.stamp { width: ${millimetres(stampWidthMm)}; line-height: 0; text-align: center; }
.stamp img { width: 100%; height: ${millimetres(stampHeightMm)}; object-fit: contain; }`;
}

/** 版记 in 4号: names inset one cell on both sides, further lines aligned with the first name (7.4.2, 7.4.3). */
function footCss(style: Style): string {
  const cell = points(smallCell(style));
  return `footer { font-size: ${points(style.size.small)}; line-height: ${points(style.foot.linePitch)}; break-inside: avoid; }
.ends { display: flex; justify-content: space-between; gap: ${cell}; padding: 0 ${cell}; }
header .ends { padding: 0 ${inCells(1, style)}; }
.ends span { flex: 0 1 auto; }
.ends span:last-child { white-space: nowrap; }
.names { padding: 0 ${cell} 0 calc(${cell} + var(--label)); text-indent: calc(-1 * var(--label)); }
.print-run { text-align: right; padding: 0 ${cell}; }
${ruleCss('.outer-rule', style.foot.outerRuleMm, '#000', '0', style.foot.outerRuleMm)}
${ruleCss('.inner-rule', style.foot.innerRuleMm, '#000', '0', style.foot.innerRuleMm)}
.outer-rule:last-child { margin: calc(${millimetres(style.foot.outerRuleMm)} - 10px) 0 0; transform-origin: 0 100%; }`;
}

/**
 * Page sequences, and the columns that represent pages while the foot is being placed. Other sequences are not laid out
 * on screen, so that the browser lays them out only for printing.
 */
function pageSequenceCss(): string {
  return `.run + .run, .page-break { break-before: page; }
.${MEASURING_CLASS} { width: var(--width); height: var(--height); columns: auto var(--width); column-gap: 0; column-fill: auto; }
.${MEASURING_CLASS} .page-break { break-before: column; }
@media screen { .run:not(.${MEASURING_CLASS}) { content-visibility: hidden; } }`;
}
