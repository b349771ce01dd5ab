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
import { shareLine } from '../../layout/measure.js';
import type { Style } from '../../model/style.js';
import { letterMarkup } from './letter.js';
import { mastheadMarkup } from './masthead.js';
import type { BlockContext } from './context.js';
import { blankLines, element, fragment, nothing, type Attributes, type Markup } from './markup.js';

/** Everything above the text of page 1: 版头, 标题 and 主送机关 (7.2, 7.3.1, 7.3.2). In a volume the number of a document without a title is its heading. */
export function headMarkup(doc: Doc, { style, bound }: BlockContext): Markup {
  const head = kindOfHead(doc.head, style, bound && doc.title.length === 0);
  return fragment(head, titleMarkup(doc.title, style), recipientsMarkup(doc.recipients));
}

function kindOfHead(head: Head, style: Style, headed: boolean): Markup {
  switch (head.kind) {
    case 'official':
      return officialHead(head, style);
    case 'letter':
      return letterHead(head, style);
    case 'order':
      return orderHead(head, headed, style);
    case 'minutes':
      return titledHead(head, head.number, style.blankLines.mastheadToNumber, headed, style);
    case 'bulletin':
      return titledHead(head, head.issue, style.bulletin.mastheadToIssue, headed, style);
    case 'plain':
      return plainHead(head, style);
  }
}

/** What makes a heading of a paragraph. */
function headingOf(headed: boolean): Attributes {
  return headed ? { role: 'heading', 'aria-level': 1 } : {};
}

function officialHead(head: OfficialHead, style: Style): Markup {
  const number = head.signers.length > 0 ? upwardRow(head) : element('p', { class: 'number' }, head.number);
  const content = [aboveNumber(head, style.blankLines.mastheadToNumber, style), number, element('hr', {})];
  return fragment(headElement(head, content), blankLines(style.blankLines.headToTitle));
}

/** The two lines below the elements are blank lines, as below the red rule of 7.3.1. */
function letterHead(head: LetterHead, style: Style): Markup {
  return fragment(
    headElement(head, [letterMarkup(head, markLines(head), style)]),
    blankLines(style.blankLines.headToTitle),
  );
}

function orderHead(head: OrderHead, headed: boolean, style: Style): Markup {
  const number = element('p', { class: 'number', ...headingOf(headed) }, head.number);
  const content = [aboveNumber(head, style.blankLines.mastheadToNumber, style), number];
  return fragment(headElement(head, content), blankLines(style.order.numberToText));
}

/** The name, its number and who edits it, above the red rule. */
function titledHead(
  head: MinutesHead | BulletinHead,
  number: string,
  markToNumber: number,
  headed: boolean,
  style: Style,
): Markup {
  const content = [
    aboveNumber(head, markToNumber, style),
    element('p', { class: 'centre', ...headingOf(headed) }, number),
    blankLines(style.bulletin.issueToIssuer),
    endsMarkup(head.issuer, head.date, style.grid.cellsPerLine - 2),
    element('hr', {}),
  ];
  return fragment(headElement(head, content), blankLines(style.blankLines.headToTitle));
}

/** On preprinted paper all that is red keeps its room and is not drawn. */
function headElement(head: RedHead, content: readonly Markup[]): Markup {
  const names = [head.kind === 'official' ? '' : head.kind, head.preprinted ? 'preprinted' : ''];
  const name = names.filter((each) => each !== '').join(' ');
  return element('header', name === '' ? {} : { class: name }, content);
}

function aboveNumber(head: RedHead, blank: number, style: Style): Markup {
  return fragment(marksMarkup(head), mastheadMarkup(head, style), blankLines(blank));
}

/** 份号, 密级 and 紧急程度, one line each, in this order, in the room above the mark (7.2.1–7.2.3). */
function marksMarkup(marks: Markings): Markup {
  return element('div', { class: 'marks' }, markLines(marks));
}

function markLines(marks: Markings): Markup {
  const line = (text: string, name: string): Markup => (text === '' ? nothing : element('p', { class: name }, text));
  return fragment(line(marks.copyNumber, 'flush'), line(marks.classification, 'grade'), line(marks.urgency, 'grade'));
}

/** 上行文 (7.2.5, 7.2.6): the number on the left, on the line of the last signers. */
function upwardRow(head: OfficialHead): Markup {
  const names = head.signers.map((name) => element('span', { class: 'signer' }, name));
  const signers = element('p', { class: 'signers' }, element('span', {}, '签发人：'), names);
  return element('div', { class: 'upward' }, element('p', {}, head.number), signers);
}

function plainHead(head: PlainHead, style: Style): Markup {
  const line = head.line === '' ? nothing : element('p', { class: 'draft-line' }, head.line);
  return fragment(element('header', {}, markLines(head), line), blankLines(style.blankLines.plainHeadToTitle));
}

/** Two texts at the two ends of one line of so many cells, or of two lines where they need them. */
export function endsMarkup(left: string, right: string, room: number): Markup {
  if (!shareLine(left, right, room)) return fragment(endsMarkup(left, '', room), endsMarkup('', right, room));
  return element('p', { class: 'ends' }, element('span', {}, left), element('span', {}, right));
}

/** 标题 in the lines that were chosen for it (7.3.1), and the blank line below it. */
export function titleMarkup(lines: readonly string[], style: Style, level: Attributes = {}): Markup {
  if (lines.length === 0) return nothing;
  const parts = lines.map((line, index) => fragment(index === 0 ? nothing : element('br', {}), line));
  return fragment(element('h1', level, parts), blankLines(style.blankLines.titleToText));
}

function recipientsMarkup(recipients: readonly string[]): Markup {
  return recipients.length === 0 ? nothing : element('p', { class: 'flush' }, `${recipients.join('，')}：`);
}
