import type { Alignment, Cell, Column, Table } from '../../model/block.js';
import { inlinesMarkup } from './inlines.js';
import { element, fragment, nothing, type Attributes, type Markup } from './markup.js';

/**
 * A table as wide as the 版心; its head is repeated on every page and a row stays whole. The caption is a paragraph
 * above it: Chromium leaves a `caption` alone on a page where the head is repeated and the rows need another page.
 */
export function tableMarkup(table: Table, attributes: Attributes): Markup {
  if (table.columns.length === 0) return nothing;
  const caption = table.caption === '' ? nothing : element('p', { class: 'caption' }, table.caption);
  const rows = [columnGroup(table.columns), tableHead(table), tableBody(table)];
  return fragment(caption, element('table', attributes, rows));
}

function columnGroup(columns: readonly Column[]): Markup {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const share = ({ width }: Column): number => (total > 0 ? (width / total) * 100 : 100 / columns.length);
  const columnOf = (column: Column): Markup => element('col', { style: `width:${share(column).toFixed(3)}%` });
  return element('colgroup', {}, columns.map(columnOf));
}

function tableHead({ header, columns }: Table): Markup {
  if (header.length === 0) return nothing;
  const cells = columns.map((_, index) => element('th', { scope: 'col' }, inlinesMarkup(header[index] ?? [])));
  return element('thead', {}, element('tr', {}, cells));
}

function tableBody({ rows, columns }: Table): Markup {
  return element(
    'tbody',
    {},
    rows.map((row) => tableRow(row, columns)),
  );
}

/** One cell for each column, so that a row that was left short still has its rules. */
function tableRow(row: readonly Cell[], columns: readonly Column[]): Markup {
  return element(
    'tr',
    {},
    columns.map(({ align }, index) => dataCell(row[index] ?? [], align)),
  );
}

function dataCell(cell: Cell, align: Alignment): Markup {
  return element('td', align === 'left' ? {} : { class: align }, inlinesMarkup(cell));
}
