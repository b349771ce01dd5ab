import type { BulletinFoot, Colophon, Foot, LetterFoot } from '../../model/doc.js';
import { widthInCells, colophonLineCells } from '../../layout/measure.js';
import type { Style } from '../../model/style.js';
import { spreadLineMarkup } from './head.js';
import { points, smallCell } from './css/length.js';
import { EVEN_PAGE_CLASS } from '../../layout/script/place-foot.js';
import { element, fragment, nothing, type Attributes, type Markup } from './markup.js';

/** 版记 (7.4) or 报尾; `placeFootExpression` moves it to the bottom of the last page. */
export function footMarkup(foot: Foot, style: Style): Markup {
  switch (foot.kind) {
    case 'none':
      return nothing;
    case 'colophon':
      return ruledRows(colophonRows(foot, style), foot.evenPage ? { class: EVEN_PAGE_CLASS } : {});
    case 'letter':
      return element('footer', {}, recipientRows(foot, style));
    case 'bulletin':
      return ruledRows(bulletinRows(foot, style), {});
  }
}

/** Rows between thick outer rules, separated by thin inner rules (7.4.1). */
function ruledRows(rows: readonly Markup[], attributes: Attributes): Markup {
  if (rows.length === 0) return nothing;
  const rule = (name: string): Markup => element('div', { class: name });
  const ruled = rows.map((row, index) => (index === 0 ? row : fragment(rule('inner-rule'), row)));
  return element('footer', attributes, rule('outer-rule'), ruled, rule('outer-rule'));
}

/** Recipients, then 印发机关 and 印发日期 on one line (7.4.3). */
function colophonRows(colophon: Colophon, style: Style): readonly Markup[] {
  const recipients = recipientRows(colophon, style);
  const printed = colophon.printedOn === '' ? '' : `${colophon.printedOn}印发`;
  const rows = [
    recipients,
    colophon.printer + printed === '' ? nothing : spreadLineMarkup(colophon.printer, printed, colophonLineCells(style)),
  ];
  return rows.filter(({ html }) => html !== '');
}

/** 主送 moved to 版记, and 抄送, without a rule between them (7.4.2). */
function recipientRows({ sendTo, copyTo }: Colophon | LetterFoot, style: Style): Markup {
  const row = (label: string, names: readonly string[]): Markup =>
    names.length === 0 ? nothing : namesRow(label, names, style);
  return fragment(row('主送', sendTo), row('抄送', copyTo));
}

function bulletinRows(foot: BulletinFoot, style: Style): readonly Markup[] {
  const lines = foot.lines.map((line) => namesRow(line.label, line.names, style));
  return foot.printRun === '' ? lines : [...lines, element('p', { class: 'print-run' }, `（共印${foot.printRun}份）`)];
}

/** A label and names; further lines align with the first name, and a full stop follows the last name. */
function namesRow(label: string, names: readonly string[], style: Style): Markup {
  const labelWidth = points(widthInCells(`${label}：`) * smallCell(style));
  const tag = element('span', { class: 'label', style: `width:${labelWidth}` }, `${label}：`);
  return element('p', { class: 'names', style: `--label:${labelWidth}` }, tag, `${names.join('，')}。`);
}
