import { type Style } from '../model/style.js';
import { mmToPoints } from './units.js';

/** GB 2312 symbols below U+0370 that Chinese typefaces draw a full cell wide. */
const FULL_WIDTH_SYMBOLS = new Set('·×÷±°§¨¤');
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;
/** Indent of 附件：, in cells. */
const ATTACHMENT_INDENT = 2;
const ATTACHMENT_LABEL = '附件：';
/** Smallest horizontal scale of the masthead; if that is still too wide, its font size is reduced. */
const MIN_MASTHEAD_SCALE = 0.66;
/** Greatest height of a joint masthead in points, so that page 1 still shows body text (7.3.3). */
const MAX_JOINT_MASTHEAD_HEIGHT = 120;

/**
 * Width in cells of the grid: a Han or full-width character is 1, a half-width one 0.5 (GB/T 15835 half-width digits).
 */
export function widthInCells(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + characterCells(character), 0);
}

function characterCells(character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  if (FULL_WIDTH_SYMBOLS.has(character)) return 1;
  const code = character.codePointAt(0) ?? 0;
  const half = code < 0x370 || (code >= 0xff61 && code <= 0xff9f);
  return half ? 0.5 : 1;
}

/** Right indents in cells: one for each organ in order, and that of the date. */
export interface SignOffIndents {
  readonly organs: readonly number[];
  readonly date: number;
}

/**
 * Right indents of 署名 and 成文日期 without a seal (7.3.5.2). The longest name is indented two cells and the date begins two
 * cells after the start of that name; a longer date is itself indented two cells and the names move left. The names of
 * a joint document are aligned left with each other. For sealed documents see `sealedRows`.
 */
export function signOffIndents(organs: readonly string[], date: string): SignOffIndents {
  return unsealedIndents(organs.map(widthInCells), widthInCells(date));
}

function unsealedIndents(widths: readonly number[], date: number): SignOffIndents {
  const widest = Math.max(0, ...widths);
  const organIndent = date > widest ? 4 + date - widest : 2;
  return {
    organs: widths.map((width) => organIndent + widest - width),
    date: date > widest ? 2 : Math.max(0, organIndent + widest - 2 - date),
  };
}

/** Indents of one entry of 附件说明 in cells: of its first line, and of its name, which is the hanging indent. */
export interface AttachmentHang {
  readonly start: number;
  readonly name: number;
}

/** 附件说明 (7.3.4): wrapped lines align with the first character of the name. `number` is null for a single attachment. */
export function attachmentIndents(number: number | null, first: boolean): AttachmentHang {
  const label = ATTACHMENT_INDENT + widthInCells(ATTACHMENT_LABEL);
  const name = label + (number === null ? 0 : widthInCells(`${number}.`));
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
 * Usable height in millimetres of a page area of the given height. A browser rounds the height up to whole pixels and
 * would let a line or a row end past the edge. A table is split at the same rows in every format only if the usable
 * heights are equal.
 */
export function usableHeightMm(mm: number): number {
  return (Math.floor(mm / PIXEL_MM) - 0.25) * PIXEL_MM;
}

/** Number of 4号 cells on a line of 版记, whose indents are one cell on both sides (7.4.2). */
export function colophonLineCells(style: Style): number {
  return Math.floor(typeArea(style).width / (style.size.small + style.grid.letterSpacing)) - 2;
}

/** Whether two texts fit one line of `lineCells` cells with at least one cell between them. */
export function fitOneLine(left: string, right: string, lineCells: number): boolean {
  return left === '' || right === '' || widthInCells(left) + 1 + widthInCells(right) <= lineCells;
}

/** Run format of a masthead: its size in points, a multiple of 0.5, and its horizontal scale in whole percent. */
export interface MastheadFit {
  readonly size: number;
  readonly percent: number;
}

/** Fits 发文机关标志 (7.2.4) to the 版心: every organ, with 文件 to its right, is on one line. */
export function fitMasthead(organs: readonly string[], suffix: string, style: Style): MastheadFit {
  const rows = Math.max(1, organs.length);
  const size = Math.min(style.size.masthead, rows === 1 ? Infinity : MAX_JOINT_MASTHEAD_HEIGHT / rows);
  return fitLine(Math.max(1, ...organs.map(widthInCells)) + widthInCells(suffix), size, typeArea(style).width);
}

/** Fits one line of large characters, such as the name of a bulletin, to `width` points. */
export function fitLine(widthInCells: number, size: number, width: number): MastheadFit {
  const scale = width / (widthInCells * size);
  if (scale >= 1) return { size: floorToHalfPoint(size), percent: 100 };
  if (scale >= MIN_MASTHEAD_SCALE) return { size: floorToHalfPoint(size), percent: Math.floor(scale * 100) };
  const percent = Math.round(MIN_MASTHEAD_SCALE * 100);
  return { size: floorToHalfPoint(width / (widthInCells * MIN_MASTHEAD_SCALE)), percent };
}

function floorToHalfPoint(size: number): number {
  return Math.floor(size * 2) / 2;
}
