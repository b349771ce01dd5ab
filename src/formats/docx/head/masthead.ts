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
import { cells, type MastheadFit } from '../../../layout/measure.js';
import { type Style } from '../../../model/style.js';
import { twips } from '../../../layout/units.js';
import type { Flow } from '../flow.js';
import { BASELINE, HAN_BELOW, squareTop } from './head-metrics.js';
import { textRun } from '../body/inlines.js';
import { MASTHEAD_LEADING } from '../styles/paragraph-styles.js';
import { styleIds } from '../styles/style-ids.js';

/** Room in twips for what an engine rounds up, so that no name of a joint mark wraps. */
const SLACK = 60;
/** How far the ink of a mark rises above the baseline, in ems. */
const INK_RISE = 0.78;

/**
 * 发文机关标志 (7.2.4): one organ on a line, or the organs one below the other with 文件 to their right, centred on them.
 * On paper that bears the mark its lines stay empty.
 */
export function mastheadFlow(head: RedHead, style: Style): readonly Flow[] {
  const { names, suffix } = mastheadOf(head);
  if (head.preprinted) return Array.from({ length: mastheadRows(head) }, () => ({ style: styleIds.mark }));
  if (names.length <= 1) return [{ style: styleIds.mark, children: [textRun(`${names[0] ?? ''}${suffix}`)] }];
  return [jointMark(names, suffix, mastheadFit(head, style))];
}

/** From the top of the mark's first line down to the ink of its characters, in points. */
export function mastheadLift(head: RedHead, style: Style): number {
  return mastheadFit(head, style).size * (MASTHEAD_LEADING * BASELINE - INK_RISE);
}

/** What the lines of the mark and of the text have free between their characters, and blank lines give back, in points. */
export function roomBelowMasthead(head: RedHead, style: Style): number {
  const { size } = mastheadFit(head, style);
  const rows = mastheadRows(head) * size * MASTHEAD_LEADING - mastheadLift(head, style);
  const characters = (mastheadRows(head) - 1) * size + (INK_RISE + HAN_BELOW) * size;
  return rows - characters + squareTop(style);
}

function jointMark(organs: readonly string[], suffix: string, { size, percent }: MastheadFit): Table {
  const width = (text: string): number => twips((cells(text) * size * percent) / 100) + SLACK;
  const names = Math.max(...organs.map(width));
  const spread = organs.map((organ) => markLine(organ, AlignmentType.DISTRIBUTE));
  const tail = suffix === '' ? [] : [markCell(width(suffix), [markLine(suffix, AlignmentType.CENTER)])];
  const columnWidths = suffix === '' ? [names] : [names, width(suffix)];
  return new Table({
    rows: [new TableRow({ children: [markCell(names, spread), ...tail], cantSplit: true })],
    columnWidths,
    width: { size: columnWidths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    style: 'TableNormal',
  });
}

function markLine(text: string, alignment: 'distribute' | 'center'): Paragraph {
  return new Paragraph({ style: styleIds.mark, alignment, indent: { left: 0, right: 0 }, children: [textRun(text)] });
}

function markCell(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children,
  });
}

/** From the foot of a mark's characters to the foot of its last line, in points. */
export function roomInMasthead(head: RedHead, style: Style): number {
  return mastheadFit(head, style).size * (MASTHEAD_LEADING * (1 - BASELINE) - HAN_BELOW);
}
