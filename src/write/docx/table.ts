import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Alignment, Cell, Column, Table as TableBlock } from '../../model/block.js';
import type { Setting } from './blocks.js';
import type { Flow } from './flow.js';
import { textWidth } from './geometry.js';
import { inlineRuns } from './inlines.js';
import { styleIds, type StyleId } from './style-ids.js';

const alignedStyles: Readonly<Record<Alignment, StyleId>> = {
  left: styleIds.tableText,
  centre: styleIds.tableCentre,
  right: styleIds.tableRight,
};

/** A table as wide as the 版心, its caption above; the head is repeated on every page and a row stays whole. */
export function tableFlow(table: TableBlock, { style, orientation }: Setting): readonly Flow[] {
  if (table.columns.length === 0) return [];
  const widths = columnWidths(table.columns, textWidth(style, orientation));
  const head = table.header.length === 0 ? [] : [headRow(table, widths)];
  const rows = [...head, ...table.rows.map((row) => dataRow(row, table.columns, widths))];
  return [...captionFlow(table.caption), ...(rows.length === 0 ? [] : [fixedTable(rows, widths, styleIds.table)])];
}

/** A table of the given rows whose columns do not yield to their content. */
export function fixedTable(rows: readonly TableRow[], widths: readonly number[], style?: StyleId): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.LEFT,
    ...(style === undefined ? {} : { style }),
  });
}

function captionFlow(caption: string): readonly Flow[] {
  return caption === '' ? [] : [{ style: styleIds.caption, children: inlineRuns([{ kind: 'text', text: caption }]) }];
}

/** Shares of the width in twips. Edges are rounded and not widths, so the columns add up to the table. */
function columnWidths(columns: readonly Column[], width: number): readonly number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const shares = columns.map((column) => (total > 0 ? column.width / total : 1 / columns.length));
  const edge = (count: number): number =>
    Math.round(shares.slice(0, count).reduce((sum, share) => sum + share, 0) * width);
  return shares.map((_, index) => edge(index + 1) - edge(index));
}

function headRow(table: TableBlock, widths: readonly number[]): TableRow {
  const children = widths.map((width, index) => tableCell(table.header[index] ?? [], width, styleIds.tableHead));
  return new TableRow({ children, tableHeader: true, cantSplit: true });
}

function dataRow(row: readonly Cell[], columns: readonly Column[], widths: readonly number[]): TableRow {
  const style = (index: number): StyleId => alignedStyles[columns[index]?.align ?? 'left'];
  const children = widths.map((width, index) => tableCell(row[index] ?? [], width, style(index)));
  return new TableRow({ children, cantSplit: true });
}

function tableCell(cell: Cell, width: number, style: StyleId): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style, children: inlineRuns(cell) })],
  });
}
