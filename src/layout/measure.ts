import { type Style } from '../model/style.js';
import { mmToPoints } from './units.js';

/** GB 2312 symbols below U+0370 that Chinese faces draw a full cell wide. */
const FULL_WIDTH_SYMBOLS = new Set('·×÷±°§¨¤');
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;
/** Cells that 附件： takes after its indent of two. */
const ATTACHMENT_INDENT = 2;
const ATTACHMENT_LABEL = '附件：';
/** The mark is narrowed no further than this; past it the characters become smaller. */
const NARROWEST_MASTHEAD = 0.66;
/** Height that stacked joint marks may take, so that page 1 still shows body text (7.3.3). */
const JOINT_MASTHEAD_HEIGHT = 120;

/** Width in cells of the grid: a Han or full-width character is 1, a half-width one 0.5 (GB/T 15835 half-width digits). */
export function cells(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + cellsOf(character), 0);
}

function cellsOf(character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  if (FULL_WIDTH_SYMBOLS.has(character)) return 1;
  const code = character.codePointAt(0) ?? 0;
  const half = code < 0x370 || (code >= 0xff61 && code <= 0xff9f);
  return half ? 0.5 : 1;
}

/** Insets in cells from the right edge of the 版心: one for each organ in order, and the date's. */
export interface SignOffIndents {
  readonly organs: readonly number[];
  readonly date: number;
}

/**
 * Where 署名 and 成文日期 stand without a seal (7.3.5.2): the longest name is inset two and the date begins two cells
 * after it; a date that is longer is inset two itself and the names move left. Names of a joint document then begin at
 * one place. With seals `sealedRows` says it.
 */
export function signOffIndents(organs: readonly string[], date: string): SignOffIndents {
  return unsealedIndents(organs.map(cells), cells(date));
}

function unsealedIndents(widths: readonly number[], date: number): SignOffIndents {
  const widest = Math.max(0, ...widths);
  const organIndent = date > widest ? 4 + date - widest : 2;
  return {
    organs: widths.map((width) => organIndent + widest - width),
    date: date > widest ? 2 : Math.max(0, organIndent + widest - 2 - date),
  };
}

/** Cells from the left edge of the 版心 in one line of 附件说明: where its first line starts, where its name starts. */
export interface AttachmentHang {
  readonly start: number;
  readonly name: number;
}

/** 附件说明 (7.3.4): wrapped lines align with the first character of the name. `number` is null for a single attachment. */
export function attachmentHang(number: number | null, first: boolean): AttachmentHang {
  const label = ATTACHMENT_INDENT + cells(ATTACHMENT_LABEL);
  const name = label + (number === null ? 0 : cells(`${number}.`));
  return { start: first ? ATTACHMENT_INDENT : label, name };
}

/** Width and height of the 版心 (5.2.1) in points. */
export function typeArea(style: Style): { readonly width: number; readonly height: number } {
  const { page } = style;
  return {
    width: mmToPoints(page.widthMm - page.leftMm - page.rightMm),
    height: mmToPoints(page.heightMm - page.topMm - page.bottomMm),
  };
}

const PIXEL_MM = 25.4 / 96;

/**
 * How much of the height of a page may be filled. A browser rounds it up to whole pixels, and would let a line or a row
 * end past the edge; a table ends its pages alike in every format only where they are equally high.
 */
export function filledHeightMm(mm: number): number {
  return (Math.floor(mm / PIXEL_MM) - 0.25) * PIXEL_MM;
}

/** Cells of 4号 between the insets of 版记, one cell on both sides (7.4.2). */
export function smallCells(style: Style): number {
  return Math.floor(typeArea(style).width / (style.size.small + style.grid.letterSpacing)) - 2;
}

/** Whether two texts find room on one line of so many cells with a cell between them. */
export function shareLine(left: string, right: string, room: number): boolean {
  return left === '' || right === '' || cells(left) + 1 + cells(right) <= room;
}

/** How a mark is set: its size in points (a half point is the step) and its horizontal scale in whole percent. */
export interface MastheadFit {
  readonly size: number;
  readonly percent: number;
}

/** Sets 发文机关标志 (7.2.4) so that every organ, with 文件 to its right, fits the width of the 版心 on one line. */
export function fitMasthead(organs: readonly string[], suffix: string, style: Style): MastheadFit {
  const rows = Math.max(1, organs.length);
  const size = Math.min(style.size.masthead, rows === 1 ? Infinity : JOINT_MASTHEAD_HEIGHT / rows);
  return fitLine(Math.max(1, ...organs.map(cells)) + cells(suffix), size, typeArea(style).width);
}

/** Sets one line of large characters, such as the name of a bulletin, within `width` points. */
export function fitLine(widthInCells: number, size: number, width: number): MastheadFit {
  const scale = width / (widthInCells * size);
  if (scale >= 1) return { size: halfPoints(size), percent: 100 };
  if (scale >= NARROWEST_MASTHEAD) return { size: halfPoints(size), percent: Math.floor(scale * 100) };
  const percent = Math.round(NARROWEST_MASTHEAD * 100);
  return { size: halfPoints(width / (widthInCells * NARROWEST_MASTHEAD)), percent };
}

function halfPoints(size: number): number {
  return Math.floor(size * 2) / 2;
}
