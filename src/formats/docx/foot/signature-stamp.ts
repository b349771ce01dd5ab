import { HeightRule, Paragraph, TableCell, TableRow, VerticalAlignTable, WidthType, type ParagraphChild } from 'docx';
import type { Signer, StampedSignOff } from '../../../model/doc.js';
import { type Style } from '../../../model/style.js';
import { mmToPoints, twips } from '../../../layout/units.js';
import { blankLines, keepTogether, type Flow } from '../flow.js';
import { inCells, textWidth } from '../geometry.js';
import { textRun } from '../body/inlines.js';
import { pictureRuns, type Pictures } from './seal.js';
import { styleIds, type StyleId } from '../styles/style-ids.js';
import { fixedTable } from '../body/table.js';

/** Inset of the stamp and of the date from the right, and between a title and its stamp, in cells (7.3.5.3). */
const INSET = 4;
const BETWEEN = 2;

/** 签名章 with the title of its signer to the left, one organ a row, and the date a line below (7.3.5.3). */
export function stampedFlow({ signers, date }: StampedSignOff, style: Style, pictures: Pictures): readonly Flow[] {
  const { textToStamp, stampToDate } = style.blankLines;
  const rows = signers.map((signer) => signerRow(signer, style, pictures));
  const table = rows.length === 0 ? [] : [fixedTable(rows, columns(style))];
  const last = { style: styleIds.date, indent: { right: inCells(INSET, style) }, children: [textRun(date)] };
  return [...keepTogether(blankLines(textToStamp)), ...table, ...keepTogether(blankLines(stampToDate)), last];
}

/** Widths of the columns in twips: the title, the stamp; what is right of it stays free. */
function columns(style: Style): readonly [number, number] {
  const stamp = twips(mmToPoints(style.seal.stampWidthMm));
  return [textWidth(style, 'portrait') - inCells(INSET, style) - stamp, stamp];
}

/** As high as whole lines of the grid that hold the stamp. */
function rowHeight({ seal, grid }: Style): number {
  return twips(Math.ceil(mmToPoints(seal.stampHeightMm) / grid.linePitch) * grid.linePitch);
}

function signerRow(signer: Signer, style: Style, pictures: Pictures): TableRow {
  const [left, right] = columns(style);
  const box = { width: mmToPoints(style.seal.stampWidthMm), height: mmToPoints(style.seal.stampHeightMm) };
  const post = cellWith(left, styleIds.organ, [textRun(signer.post)], inCells(BETWEEN, style));
  const stamp = cellWith(right, styleIds.stamp, pictureRuns(signer.stamp, box, pictures), 0);
  return new TableRow({
    children: [post, stamp],
    height: { value: rowHeight(style), rule: HeightRule.EXACT },
    cantSplit: true,
  });
}

function cellWith(width: number, style: StyleId, children: readonly ParagraphChild[], right: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style, keepNext: true, indent: { right }, children: [...children] })],
  });
}
