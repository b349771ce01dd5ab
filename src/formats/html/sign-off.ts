import type { Image } from '../../model/block.js';
import type { NamedList, SealedSignOff, Signer, SignOff, StampedSignOff, UnsealedSignOff } from '../../model/doc.js';
import { widthInCells, signOffIndents } from '../../layout/measure.js';
import { sealedRows, type SealedName } from '../../layout/seals.js';
import type { Style } from '../../model/style.js';
import { imageMarkup, type Images } from './image.js';
import { inCells } from './css/length.js';
import { blankLines, element, fragment, nothing, type Markup } from './markup.js';

/** 署名 or 签名章 and 成文日期 (7.3.5), kept on one page with the blank lines above. */
export function signOffMarkup(signOff: SignOff | null, style: Style, images: Images): Markup {
  switch (signOff?.kind) {
    case undefined:
      return nothing;
    case 'sealed':
      return element('div', { class: 'sign-off' }, sealedMarkup(signOff, style, images));
    case 'unsealed':
      return element('div', { class: 'sign-off' }, unsealedMarkup(signOff, style));
    case 'stamped':
      return element('div', { class: 'sign-off' }, stampedMarkup(signOff, style, images));
  }
}

/** Names in rows, each centred on its position with its seal behind it (7.3.5.1). */
function sealedMarkup({ organs, seals, date }: SealedSignOff, style: Style, images: Images): Markup {
  const placed = sealedRows(organs, date, style);
  let count = 0;
  const rows = placed.rows.map((row, index) => {
    const drawn = row.map(({ middle }) => sealMarkup(seals[count++] ?? null, middle, style, images));
    return index === 0
      ? sealedRow(row, drawn, style)
      : fragment(blankLines(placed.blankLines), sealedRow(row, drawn, style));
  });
  const gap = blankLines(style.blankLines.textToSealedSignOff);
  return fragment(gap, rows, inset(date, placed.date - widthInCells(date) / 2, style));
}

/** A single name is positioned by padding, so that it can wrap; several names are positioned absolutely. */
function sealedRow(row: readonly SealedName[], drawn: readonly Markup[], style: Style): Markup {
  const insets = row.map(({ organ, middle }) => inCells(middle - widthInCells(organ) / 2, style));
  if (row.length === 1) {
    const padding = `padding-right:${insets[0] ?? '0'}`;
    return element('p', { class: 'right sealed', style: padding }, row[0]?.organ ?? '', drawn);
  }
  const names = row.map(({ organ }, index) => element('span', { style: `right:${insets[index] ?? '0'}` }, organ));
  return element('p', { class: 'sealed' }, names, drawn);
}

function sealMarkup(seal: Image | null, middle: number, style: Style, images: Images): Markup {
  if (seal === null || !images.has(seal.path)) return nothing;
  const right = `right:calc(${inCells(middle, style)} - var(--seal) / 2)`;
  return element('span', { class: 'seal', style: right }, imageMarkup(seal, images));
}

function unsealedMarkup({ organs, date }: UnsealedSignOff, style: Style): Markup {
  const indents = signOffIndents(organs, date);
  const names = organs.map((organ, index) => inset(organ, indents.organs[index] ?? 0, style));
  return fragment(blankLines(style.blankLines.textToSignOff), names, inset(date, indents.date, style));
}

/** Inset of stamp and date from the right edge in cells (7.3.5.3). */
const STAMP_INSET = 4;

/** 签名章 with the title of the signer to its left, one organ per row, and the date a line below (7.3.5.3). */
function stampedMarkup({ signers, date }: StampedSignOff, style: Style, images: Images): Markup {
  const { textToStamp, stampToDate } = style.blankLines;
  const rows = signers.map((signer) => signerMarkup(signer, images));
  return fragment(blankLines(textToStamp), rows, blankLines(stampToDate), inset(date, STAMP_INSET, style));
}

function signerMarkup({ post, stamp }: Signer, images: Images): Markup {
  const drawn = stamp !== null && images.has(stamp.path) ? imageMarkup(stamp, images) : nothing;
  return element('div', { class: 'stamped' }, element('p', {}, post), element('p', { class: 'stamp' }, drawn));
}

function inset(text: string, count: number, style: Style): Markup {
  return element('p', { class: 'right', style: `padding-right:${inCells(count, style)}` }, text);
}

/** 附注 (7.3.6) on the line below the date. */
export function noteMarkup(note: string): Markup {
  return note === '' ? nothing : element('p', { class: 'body' }, `（${note}）`);
}

/** 出席, 请假 and 列席 (10.3), one line below the text, indented two cells; further lines align with the first name. */
export function attendanceMarkup(lists: readonly NamedList[], style: Style): readonly Markup[] {
  if (lists.length === 0) return [];
  const lines = lists.map(({ label, names }) => {
    const labelWidth = widthInCells(`${label}：`);
    const indent = `padding-left:${inCells(2 + labelWidth, style)};text-indent:-${inCells(labelWidth, style)}`;
    const tag = element('span', { class: 'label grade', style: `width:${inCells(labelWidth, style)}` }, `${label}：`);
    return element('p', { style: indent }, tag, names.join('，'));
  });
  return [blankLines(style.blankLines.textToAttendance), ...lines];
}
