import { HeightRule, Paragraph, TableCell, TableRow, VerticalAlignTable, WidthType, type ParagraphChild } from 'docx';
import type { Signer, StampedSignOff } from '../../../model/doc.js';
import { type Style } from '../../../model/style.js';
import { mmToPoints, pointsToTwips } from '../../../layout/units.js';
import { blankLines, keepAllWithNext, type FlowItem } from '../flow.js';
import { cellsToTwips, textWidth } from '../geometry.js';
import { textRun } from '../body/inlines.js';
import { pictureRuns, type Pictures } from './seal.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';
import { fixedTable } from '../body/table.js';

/** Right indent of the stamp and the date, and distance between a post and its stamp, in cells (7.3.5.3). */
const RIGHT_INDENT_CELLS = 4;
const POST_TO_STAMP_CELLS = 2;

/** 签名章 with the post of its signer to the left, one organ a row, and the date a line below (7.3.5.3). */
export function stampedFlow({ signers, date }: StampedSignOff, style: Style, pictures: Pictures): readonly FlowItem[] {
  const { textToStamp, stampToDate } = style.blankLines;
  const rows = signers.map((signer) => signerRow(signer, style, pictures));
  const table = rows.length === 0 ? [] : [fixedTable(rows, columnWidths(style))];
  const last = {
    style: styleIds.date,
    indent: { right: cellsToTwips(RIGHT_INDENT_CELLS, style) },
    children: [textRun(date)],
  };
  return [...keepAllWithNext(blankLines(textToStamp)), ...table, ...keepAllWithNext(blankLines(stampToDate)), last];
}

/** Widths of the columns in twips: post and stamp; the right indent is not part of the table. */
function columnWidths(style: Style): readonly [number, number] {
  const stamp = pointsToTwips(mmToPoints(style.seal.stampWidthMm));
  return [textWidth(style, 'portrait') - cellsToTwips(RIGHT_INDENT_CELLS, style) - stamp, stamp];
}

/** Row height in twips: the whole grid lines that contain the stamp. */
function rowHeight({ seal, grid }: Style): number {
  return pointsToTwips(Math.ceil(mmToPoints(seal.stampHeightMm) / grid.linePitch) * grid.linePitch);
}

function signerRow(signer: Signer, style: Style, pictures: Pictures): TableRow {
  const [left, right] = columnWidths(style);
  const box = { width: mmToPoints(style.seal.stampWidthMm), height: mmToPoints(style.seal.stampHeightMm) };
  const post = tableCell(left, styleIds.organ, [textRun(signer.post)], cellsToTwips(POST_TO_STAMP_CELLS, style));
  const stamp = tableCell(right, styleIds.stamp, pictureRuns(signer.stamp, box, pictures), 0);
  return new TableRow({
    children: [post, stamp],
    height: { value: rowHeight(style), rule: HeightRule.EXACT },
    cantSplit: true,
  });
}

function tableCell(width: number, style: StyleId, children: readonly ParagraphChild[], rightIndent: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style, keepNext: true, indent: { right: rightIndent }, children: [...children] })],
  });
}
