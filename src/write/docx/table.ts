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
import { PIXEL, columnPixels, hasHighHead, rowKeeper } from '../../model/table-grid.js';
import { twips } from '../../model/style.js';
import type { Setting } from './blocks.js';
import type { Flow } from './flow.js';
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
  const widths = columnPixels(table.columns, style, orientation).map((pixels) => twips(pixels * PIXEL));
  const keeps = rowKeeper(table, style, orientation);
  const head = table.header.length === 0 ? [] : [headRow(table, widths, hasHighHead(table, style, orientation))];
  const rows = [...head, ...table.rows.map((row, index) => dataRow(row, table.columns, widths, keeps(index)))];
  return [...captionFlow(table.caption), ...(rows.length === 0 ? [] : [fixedTable(rows, widths, styleIds.table)])];
}

/** A table of the given rows whose columns do not yield to their content. */
export function fixedTable(
  rows: readonly TableRow[],
  widths: readonly number[],
  style?: StyleId | 'TableNormal',
): Table {
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

function headRow(table: TableBlock, widths: readonly number[], tight: boolean): TableRow {
  const style = tight ? styleIds.tableTightHead : styleIds.tableHead;
  const children = widths.map((width, index) => tableCell(table.header[index] ?? [], width, style));
  return new TableRow({ children, tableHeader: true, cantSplit: true });
}

function dataRow(
  row: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  keepNext: boolean,
): TableRow {
  const style = (index: number): StyleId => alignedStyles[columns[index]?.align ?? 'left'];
  const children = widths.map((width, index) => tableCell(row[index] ?? [], width, style(index), keepNext));
  return new TableRow({ children, cantSplit: true });
}

function tableCell(cell: Cell, width: number, style: StyleId, keepNext = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style, ...(keepNext ? { keepNext } : {}), children: inlineRuns(cell) })],
  });
}
