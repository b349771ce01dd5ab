import type {
  BulletinHead,
  Doc,
  Head,
  LetterHead,
  Markings,
  MinutesHead,
  OfficialHead,
  OrderHead,
  PlainHead,
  RedHead,
} from '../../model/doc.js';
import { fitOneLine } from '../../layout/measure.js';
import type { Style } from '../../model/style.js';
import { letterMarkup } from './letter.js';
import { mastheadMarkup } from './masthead.js';
import type { BlockContext } from './context.js';
import { blankLines, element, fragment, nothing, type Attributes, type Markup } from './markup.js';

/**
 * The part of page 1 above the text: 版头, 标题 and 主送机关 (7.2, 7.3.1, 7.3.2). In a volume, the number of a document without
 * a title is its heading.
 */
export function headMarkup(doc: Doc, { style, bound }: BlockContext): Markup {
  const head = headElements(doc.head, style, bound && doc.title.length === 0);
  return fragment(head, titleMarkup(doc.title, style), recipientsMarkup(doc.recipients));
}

function headElements(head: Head, style: Style, isHeading: boolean): Markup {
  switch (head.kind) {
    case 'official':
      return officialHead(head, style);
    case 'letter':
      return letterHead(head, style);
    case 'order':
      return orderHead(head, isHeading, style);
    case 'minutes':
      return titledHead(head, head.number, style.blankLines.mastheadToNumber, isHeading, style);
    case 'bulletin':
      return titledHead(head, head.issue, style.bulletin.mastheadToIssue, isHeading, style);
    case 'plain':
      return plainHead(head, style);
  }
}

/** ARIA attributes that make a paragraph a heading. */
function headingAttributes(isHeading: boolean): Attributes {
  return isHeading ? { role: 'heading', 'aria-level': 1 } : {};
}

function officialHead(head: OfficialHead, style: Style): Markup {
  const number = head.signers.length > 0 ? upwardRow(head) : element('p', { class: 'number' }, head.number);
  const content = [aboveNumber(head, style.blankLines.mastheadToNumber, style), number, element('hr', {})];
  return fragment(headElement(head, content), blankLines(style.blankLines.headToTitle));
}

/** Two blank lines follow the elements, as below the red rule (7.3.1). */
function letterHead(head: LetterHead, style: Style): Markup {
  return fragment(
    headElement(head, [letterMarkup(head, markingLines(head), style)]),
    blankLines(style.blankLines.headToTitle),
  );
}

function orderHead(head: OrderHead, isHeading: boolean, style: Style): Markup {
  const number = element('p', { class: 'number', ...headingAttributes(isHeading) }, head.number);
  const content = [aboveNumber(head, style.blankLines.mastheadToNumber, style), number];
  return fragment(headElement(head, content), blankLines(style.order.numberToText));
}

/** 发文机关标志, number, issuer and date above the red rule, for minutes and bulletins. */
function titledHead(
  head: MinutesHead | BulletinHead,
  number: string,
  markToNumber: number,
  isHeading: boolean,
  style: Style,
): Markup {
  const content = [
    aboveNumber(head, markToNumber, style),
    element('p', { class: 'centre', ...headingAttributes(isHeading) }, number),
    blankLines(style.bulletin.issueToIssuer),
    spreadLineMarkup(head.issuer, head.date, style.grid.cellsPerLine - 2),
    element('hr', {}),
  ];
  return fragment(headElement(head, content), blankLines(style.blankLines.headToTitle));
}

/** On preprinted paper, red parts take their space but are hidden. */
function headElement(head: RedHead, content: readonly Markup[]): Markup {
  const names = [head.kind === 'official' ? '' : head.kind, head.preprinted ? 'preprinted' : ''];
  const name = names.filter((each) => each !== '').join(' ');
  return element('header', name === '' ? {} : { class: name }, content);
}

function aboveNumber(head: RedHead, blank: number, style: Style): Markup {
  return fragment(markingsMarkup(head), mastheadMarkup(head, style), blankLines(blank));
}

/** 份号, 密级 and 紧急程度, one line each in this order, in the space above 发文机关标志 (7.2.1–7.2.3). */
function markingsMarkup(markings: Markings): Markup {
  return element('div', { class: 'marks' }, markingLines(markings));
}

function markingLines(markings: Markings): Markup {
  const line = (text: string, name: string): Markup => (text === '' ? nothing : element('p', { class: name }, text));
  return fragment(
    line(markings.copyNumber, 'flush'),
    line(markings.classification, 'grade'),
    line(markings.urgency, 'grade'),
  );
}

/** 上行文 (7.2.5, 7.2.6): 发文字号 on the left, on the line of the last 签发人. */
function upwardRow(head: OfficialHead): Markup {
  const names = head.signers.map((name) => element('span', { class: 'signer' }, name));
  const signers = element('p', { class: 'signers' }, element('span', {}, '签发人：'), names);
  return element('div', { class: 'upward' }, element('p', {}, head.number), signers);
}

function plainHead(head: PlainHead, style: Style): Markup {
  const line = head.line === '' ? nothing : element('p', { class: 'draft-line' }, head.line);
  return fragment(element('header', {}, markingLines(head), line), blankLines(style.blankLines.plainHeadToTitle));
}

/** Two texts at the two ends of a line of `maxCells` cells, or on two lines if they do not fit. */
export function spreadLineMarkup(left: string, right: string, maxCells: number): Markup {
  if (!fitOneLine(left, right, maxCells))
    return fragment(spreadLineMarkup(left, '', maxCells), spreadLineMarkup('', right, maxCells));
  return element('p', { class: 'ends' }, element('span', {}, left), element('span', {}, right));
}

/** 标题, broken into lines (7.3.1), and the blank line below it. */
export function titleMarkup(lines: readonly string[], style: Style, level: Attributes = {}): Markup {
  if (lines.length === 0) return nothing;
  const parts = lines.map((line, index) => fragment(index === 0 ? nothing : element('br', {}), line));
  return fragment(element('h1', level, parts), blankLines(style.blankLines.titleToText));
}

function recipientsMarkup(recipients: readonly string[]): Markup {
  return recipients.length === 0 ? nothing : element('p', { class: 'flush' }, `${recipients.join('，')}：`);
}
