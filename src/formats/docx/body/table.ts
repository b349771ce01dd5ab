import { AlignmentType, Table, TableLayoutType, WidthType, type TableRow } from 'docx';
import type { Table as TableBlock } from '../../../model/block.js';
import type { BlockContext } from '../context.js';
import type { FlowItem } from '../flow.js';
import { inlineRuns } from './inlines.js';
import { styleIds } from '../styles/style-ids.js';
import { StreamedTable } from '../package/docx-gaps.js';
import { tableXml } from './table-xml.js';

/** A table with its caption above. */
export function tableFlow(table: TableBlock, context: BlockContext): readonly FlowItem[] {
  if (table.columns.length === 0) return [];
  const isEmpty = table.header.length + table.rows.length === 0;
  return [...captionFlow(table.caption), ...(isEmpty ? [] : [new StreamedTable(() => tableXml(table, context))])];
}

/** A table without borders, with fixed column widths in twips. */
export function fixedTable(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.LEFT,
    style: 'TableNormal',
  });
}

function captionFlow(caption: string): readonly FlowItem[] {
  return caption === '' ? [] : [{ style: styleIds.caption, children: inlineRuns([{ kind: 'text', text: caption }]) }];
}
