import type { Alignment, Cell, Column, Table } from '../../model/block.js';
import { columnPixels, needsTightHeader, keepWithNextTest, isUnsplit } from '../../layout/table-grid.js';
import type { BlockContext } from './context.js';
import { inlinesMarkup } from './inlines.js';
import { element, fragment, nothing, type Attributes, type Markup } from './markup.js';

/** Width of the rule to the left of the first column in pixels; every other rule is part of the column to its left. */
const LEFT_RULE = 1;

/**
 * A table of the width of the 版心; its header is repeated on every page, and rows are not broken. The caption is a
 * paragraph above: Chromium leaves a `caption` alone on a page if the header is repeated and the rows move to the next
 * page.
 */
export function tableMarkup(table: Table, attributes: Attributes, { style, orientation }: BlockContext): Markup {
  if (table.columns.length === 0) return nothing;
  const caption = table.caption === '' ? nothing : element('p', { class: 'caption' }, table.caption);
  const widths = columnPixels(table.columns, style, orientation);
  const head = tableHead(table, needsTightHeader(table, style, orientation));
  const whole = isUnsplit(table, style, orientation);
  const body = tableBody(table, whole ? () => false : keepWithNextTest(table, style, orientation));
  const rows = [columnGroup(widths), head, body];
  const width = `width:${widths.reduce((sum, each) => sum + each, LEFT_RULE)}px`;
  const kept = whole ? { class: 'whole' } : {};
  return fragment(caption, element('table', { ...kept, ...attributes, style: width }, rows));
}

function columnGroup(widths: readonly number[]): Markup {
  const columns = widths.map((width, index) =>
    element('col', { style: `width:${index === 0 ? width + LEFT_RULE : width}px` }),
  );
  return element('colgroup', {}, columns);
}

function tableHead({ header, columns }: Table, tight: boolean): Markup {
  if (header.length === 0) return nothing;
  const cells = columns.map((_, index) => element('th', { scope: 'col' }, cellMarkup(header[index])));
  return element('thead', tight ? { class: 'tight' } : {}, element('tr', {}, cells));
}

function tableBody({ rows, columns }: Table, keeps: (row: number) => boolean): Markup {
  return element(
    'tbody',
    {},
    rows.map((row, index) => tableRow(row, columns, keeps(index))),
  );
}

/** A row with a cell for each column, so that a row with missing cells has all rules. */
function tableRow(row: readonly Cell[], columns: readonly Column[], kept: boolean): Markup {
  return element(
    'tr',
    kept ? { class: 'kept' } : {},
    columns.map(({ align }, index) => dataCell(row[index] ?? [], align)),
  );
}

function dataCell(cell: Cell, align: Alignment): Markup {
  return element('td', align === 'left' ? {} : { class: align }, cellMarkup(cell));
}

/** An empty cell contains a no-break space: the browser omits an empty cell from the structure tree. */
function cellMarkup(cell: Cell | undefined): Markup {
  return cell === undefined || cell.length === 0 ? fragment('\u00A0') : inlinesMarkup(cell);
}
