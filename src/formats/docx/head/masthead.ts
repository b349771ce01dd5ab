import {
  AlignmentType,
  Paragraph,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
  Table,
  TableLayoutType,
} from 'docx';
import type { RedHead } from '../../../model/doc.js';
import { mastheadFit, mastheadOf, mastheadRows } from '../../../layout/masthead.js';
import { widthInCells, type MastheadFit } from '../../../layout/measure.js';
import { type Style } from '../../../model/style.js';
import { pointsToTwips } from '../../../layout/units.js';
import type { FlowItem } from '../flow.js';
import { BASELINE, HAN_SQUARE_DESCENT, spaceAboveCharacter } from './head-metrics.js';
import { textRun } from '../body/inlines.js';
import { MASTHEAD_LEADING } from '../styles/paragraph-styles.js';
import { styleIds } from '../styles/style-ids.js';

/** Allowance in twips for rounding, so that no name of a joint masthead wraps. */
const ROUNDING_ALLOWANCE = 60;
/** Height of the ink of a masthead above the baseline, in ems. */
const INK_ASCENT = 0.78;

/**
 * 发文机关标志 (7.2.4): one organ on a line, or the organs one below the other with 文件 to their right, vertically
 * centred. On preprinted paper (套红纸) the lines are empty.
 */
export function mastheadFlow(head: RedHead, style: Style): readonly FlowItem[] {
  const { names, suffix } = mastheadOf(head);
  if (head.preprinted) return Array.from({ length: mastheadRows(head) }, () => ({ style: styleIds.masthead }));
  if (names.length <= 1) return [{ style: styleIds.masthead, children: [textRun(`${names[0] ?? ''}${suffix}`)] }];
  return [jointMasthead(names, suffix, mastheadFit(head, style))];
}

/** Distance from the top of the masthead's first line to the ink of its characters, in points. */
export function spaceAboveMastheadInk(head: RedHead, style: Style): number {
  return mastheadFit(head, style).size * (MASTHEAD_LEADING * BASELINE - INK_ASCENT);
}

/**
 * Free height between the characters of the masthead and those of the next line, in points; the blank lines between
 * them are reduced by it.
 */
export function spaceBelowMasthead(head: RedHead, style: Style): number {
  const { size } = mastheadFit(head, style);
  const rows = mastheadRows(head) * size * MASTHEAD_LEADING - spaceAboveMastheadInk(head, style);
  const characters = (mastheadRows(head) - 1) * size + (INK_ASCENT + HAN_SQUARE_DESCENT) * size;
  return rows - characters + spaceAboveCharacter(style);
}

function jointMasthead(organs: readonly string[], suffix: string, { size, percent }: MastheadFit): Table {
  const width = (text: string): number =>
    pointsToTwips((widthInCells(text) * size * percent) / 100) + ROUNDING_ALLOWANCE;
  const organsWidth = Math.max(...organs.map(width));
  const organLines = organs.map((organ) => mastheadLine(organ, AlignmentType.DISTRIBUTE));
  const suffixCells = suffix === '' ? [] : [mastheadCell(width(suffix), [mastheadLine(suffix, AlignmentType.CENTER)])];
  const columnWidths = suffix === '' ? [organsWidth] : [organsWidth, width(suffix)];
  return new Table({
    rows: [new TableRow({ children: [mastheadCell(organsWidth, organLines), ...suffixCells], cantSplit: true })],
    columnWidths,
    width: { size: columnWidths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    style: 'TableNormal',
  });
}

function mastheadLine(text: string, alignment: 'distribute' | 'center'): Paragraph {
  return new Paragraph({
    style: styleIds.masthead,
    alignment,
    indent: { left: 0, right: 0 },
    children: [textRun(text)],
  });
}

function mastheadCell(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children,
  });
}

/** Distance from the bottom of the masthead's characters to the bottom of its last line, in points. */
export function spaceBelowMastheadCharacters(head: RedHead, style: Style): number {
  return mastheadFit(head, style).size * (MASTHEAD_LEADING * (1 - BASELINE) - HAN_SQUARE_DESCENT);
}
