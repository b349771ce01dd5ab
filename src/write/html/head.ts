import type { BulletinHead, Doc, Head, Marks, OfficialHead, PlainHead } from '../../model/doc.js';
import { cells, fitLine, fitMark, shareLine, typeArea, type MarkFit } from '../../model/measure.js';
import type { Style } from '../../model/style.js';
import { points } from './length.js';
import { blankLines, element, fragment, nothing, type Markup } from './markup.js';

/** Everything above the text of page 1: 版头, 标题 and 主送机关 (7.2, 7.3.1, 7.3.2). */
export function headMarkup(doc: Doc, style: Style): Markup {
  return fragment(kindOfHead(doc.head, style), titleMarkup(doc.title, style), recipientsMarkup(doc.recipients));
}

function kindOfHead(head: Head, style: Style): Markup {
  switch (head.kind) {
    case 'official':
      return officialHead(head, style);
    case 'bulletin':
      return bulletinHead(head, style);
    case 'plain':
      return plainHead(head, style);
  }
}

function officialHead(head: OfficialHead, style: Style): Markup {
  const { markToNumber, headToTitle } = style.blankLines;
  const mark = markMarkup(head.organs, head.suffix, fitMark(head.organs, head.suffix, style));
  const number = head.signers.length > 0 ? upwardRow(head) : element('p', { class: 'number' }, head.number);
  const content = [marksMarkup(head), mark, blankLines(markToNumber), number, element('hr', {})];
  return fragment(element('header', {}, content), blankLines(headToTitle));
}

/** 份号, 密级 and 紧急程度, one line each, in this order, in the room above the mark (7.2.1–7.2.3). */
function marksMarkup(marks: Marks): Markup {
  return element('div', { class: 'marks' }, markLines(marks));
}

function markLines(marks: Marks): Markup {
  const line = (text: string, name: string): Markup => (text === '' ? nothing : element('p', { class: name }, text));
  return fragment(line(marks.copyNumber, 'flush'), line(marks.classification, 'grade'), line(marks.urgency, 'grade'));
}

/** 发文机关标志 (7.2.4): the organs one below the other, 文件 to their right and centred on them. */
function markMarkup(organs: readonly string[], suffix: string, fit: MarkFit): Markup {
  const names = organs.map((organ) => element('span', {}, organ));
  const tail = suffix === '' ? nothing : element('span', {}, suffix);
  const line = element('p', {}, element('span', { class: 'organs' }, names), tail);
  return element('div', { class: 'mark', style: `font-size:${points(fit.size)};--squeeze:${fit.percent / 100}` }, line);
}

/** 上行文 (7.2.5, 7.2.6): the number on the left, on the line of the last signers. */
function upwardRow(head: OfficialHead): Markup {
  const names = head.signers.map((name) => element('span', { class: 'signer' }, name));
  const signers = element('p', { class: 'signers' }, element('span', {}, '签发人：'), names);
  return element('div', { class: 'upward' }, element('p', {}, head.number), signers);
}

function bulletinHead(head: BulletinHead, style: Style): Markup {
  const { markToIssue, issueToIssuer } = style.bulletin;
  const fit = fitLine(cells(head.name), style.size.bulletinMark, typeArea(style).width);
  const issue = element('p', { class: 'centre' }, head.issue);
  const name = [marksMarkup(head), markMarkup([head.name], '', fit), blankLines(markToIssue), issue];
  const issuer = [
    blankLines(issueToIssuer),
    endsMarkup(head.issuer, head.date, style.grid.cellsPerLine - 2),
    element('hr', {}),
  ];
  return fragment(element('header', { class: 'bulletin' }, name, issuer), blankLines(style.blankLines.headToTitle));
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
export function titleMarkup(lines: readonly string[], style: Style): Markup {
  if (lines.length === 0) return nothing;
  const parts = lines.map((line, index) => fragment(index === 0 ? nothing : element('br', {}), line));
  return fragment(element('h1', {}, parts), blankLines(style.blankLines.titleToText));
}

function recipientsMarkup(recipients: readonly string[]): Markup {
  return recipients.length === 0 ? nothing : element('p', { class: 'flush' }, `${recipients.join('，')}：`);
}
