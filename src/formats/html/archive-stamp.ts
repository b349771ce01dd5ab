import type { ArchiveStamp } from '../../model/archive-stamp.js';
import { widthInCells } from '../../layout/measure.js';
import type { FaceTable, PrintJob } from '../../model/ports.js';
import type { Style } from '../../model/style.js';
import { familyList } from './css/page-css.js';
import { millimetres, points } from './css/length.js';
import { element, fragment, trusted, type Markup } from './markup.js';

/** Size of a 归档章 in millimetres; its six cells have equal size. */
export const STAMP_SIZE_MM = { width: 45, height: 16 } as const;

const RULE_MM = 0.35;
const PADDING_MM = 0.5;
const MAX_FONT_SIZE = 10;
/** At this size in points a cell holds two lines. */
const MIN_FONT_SIZE = 5.5;
const POINTS_PER_MM = 72 / 25.4;

/** Stamps for the first pages of archived documents, one per page of the size of a stamp. */
export function writeStamps(stamps: readonly ArchiveStamp[], style: Style, faces: FaceTable): PrintJob {
  const title = element('title', {}, '归档章');
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    title,
    element('style', {}, trusted(css(style, faces))),
  );
  const body = element('body', {}, ...stamps.map(stampMarkup));
  const page = fragment(trusted('<!doctype html>\n'), element('html', { lang: 'zh-CN' }, head, body));
  return { html: page.html, afterLoad: '' };
}

function stampMarkup(stamp: ArchiveStamp): Markup {
  const { fondsNo, year, itemNo, department, retention, pages } = stamp;
  const texts = [fondsNo, year, itemNo, department, retention, String(pages)];
  return element(
    'div',
    { class: 'stamp' },
    ...texts.map((text) => element('p', { style: `font-size:${sizeOf(text)}` }, text)),
  );
}

/** The largest font size at which a text fits its cell on one line; a long text is broken at the minimum size. */
function sizeOf(text: string): string {
  const cellWidth = (STAMP_SIZE_MM.width / 3 - 2 * (RULE_MM + PADDING_MM)) * POINTS_PER_MM;
  return points(
    Math.max(MIN_FONT_SIZE, Math.min(MAX_FONT_SIZE, Math.floor((cellWidth / Math.max(1, widthInCells(text))) * 2) / 2)),
  );
}

function css(style: Style, faces: FaceTable): string {
  const [width, height] = [millimetres(STAMP_SIZE_MM.width), millimetres(STAMP_SIZE_MM.height)];
  const colour = `#${style.head.red}`;
  return `@page { size: ${width} ${height}; margin: 0; }
* { margin: 0; box-sizing: border-box; }
.stamp { display: grid; grid-template: repeat(2, 1fr) / repeat(3, 1fr); width: ${width}; height: ${height}; break-after: page; border: ${millimetres(RULE_MM)} solid ${colour}; overflow: hidden; }
.stamp:last-child { break-after: auto; }
p { display: flex; padding: 0 ${millimetres(PADDING_MM)}; align-items: center; justify-content: center; text-align: center; line-height: 1.1; overflow: hidden; overflow-wrap: anywhere; color: ${colour}; font-family: ${familyList(faces, 'body')}; }
p:nth-child(-n + 3) { border-bottom: ${millimetres(RULE_MM)} solid ${colour}; }
p:not(:nth-child(3n)) { border-right: ${millimetres(RULE_MM)} solid ${colour}; }`;
}
