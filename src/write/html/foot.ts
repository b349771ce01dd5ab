import type { BulletinFoot, Colophon, Foot } from '../../model/doc.js';
import { cells, smallCells } from '../../model/measure.js';
import type { Style } from '../../model/style.js';
import { endsMarkup } from './head.js';
import { points, smallCell } from './length.js';
import { element, fragment, nothing, type Markup } from './markup.js';

/** 版记 (7.4) or the foot of a bulletin, which `settle` moves to the bottom of the last page. */
export function footMarkup(foot: Foot, style: Style): Markup {
  switch (foot.kind) {
    case 'none':
      return nothing;
    case 'colophon':
      return ruledRows(colophonRows(foot, style));
    case 'bulletin':
      return ruledRows(bulletinRows(foot, style));
  }
}

/** Thick rules outside, thin ones between (7.4.1). */
function ruledRows(rows: readonly Markup[]): Markup {
  if (rows.length === 0) return nothing;
  const rule = (name: string): Markup => element('div', { class: name });
  const ruled = rows.map((row, index) => (index === 0 ? row : fragment(rule('inner-rule'), row)));
  return element('footer', { id: 'foot' }, rule('outer-rule'), ruled, rule('outer-rule'));
}

/** 抄送 (7.4.2), then 印发机关 and 印发日期 on one line (7.4.3). */
function colophonRows(colophon: Colophon, style: Style): readonly Markup[] {
  const copies = colophon.copyTo.length === 0 ? [] : [namesRow('抄送', colophon.copyTo, style)];
  const printed = colophon.printedOn === '' ? '' : `${colophon.printedOn}印发`;
  return colophon.printer + printed === ''
    ? copies
    : [...copies, endsMarkup(colophon.printer, printed, smallCells(style))];
}

function bulletinRows(foot: BulletinFoot, style: Style): readonly Markup[] {
  const lines = foot.lines.map((line) => namesRow(line.label, line.names, style));
  return foot.printRun === '' ? lines : [...lines, element('p', { class: 'print-run' }, `（共印${foot.printRun}份）`)];
}

/** A label and names; a line that wraps aligns with the first name, and the last name ends in a full stop. */
function namesRow(label: string, names: readonly string[], style: Style): Markup {
  const room = points(cells(`${label}：`) * smallCell(style));
  const tag = element('span', { class: 'label', style: `width:${room}` }, `${label}：`);
  return element('p', { class: 'names', style: `--label:${room}` }, tag, `${names.join('，')}。`);
}
