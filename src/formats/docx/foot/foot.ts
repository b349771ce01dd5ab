import { FrameAnchorType, FrameWrap, HorizontalPositionAlign, TabStopType, VerticalPositionAlign } from 'docx';
import type { IFrameOptions, IParagraphOptions, TextRun } from 'docx';
import type { BulletinFoot, Colophon, Foot, LetterFoot } from '../../../model/doc.js';
import { widthInCells, colophonLineCells } from '../../../layout/measure.js';
import { type Style } from '../../../model/style.js';
import { pointsToTwips } from '../../../layout/units.js';
import { hairline, type FlowItem } from '../flow.js';
import { smallCellWidth, textWidth, type Orientation } from '../geometry.js';
import { leftAndRightRuns, textRun } from '../body/inlines.js';
import { styleIds } from '../styles/style-ids.js';

/**
 * 版记 (7.4) or the foot of a bulletin, in a frame at the bottom of the 版心. A frame is anchored to the paragraph after
 * it, so it is on the page where the text ends, and text never overlaps it.
 */
export function footFlow(foot: Foot, style: Style, orientation: Orientation): readonly FlowItem[] {
  const width = textWidth(style, orientation);
  const groups = footGroups(foot, width, style).filter((group) => group.length > 0);
  if (groups.length === 0) return [];
  // A letter's 版记 has no rules (10.1).
  const rows = foot.kind === 'letter' ? groups.flat() : ruledGroups(groups);
  return [...rows.map((paragraph) => ({ ...paragraph, frame: bottomFrame(width) })), hairline()];
}

/** Paragraphs of a foot between two rules. */
type Group = readonly IParagraphOptions[];

/** Thick rules above the first and below the last group, thin rules between (7.4.1). */
function ruledGroups(groups: readonly Group[]): Group {
  return [...groups.flatMap((group, index) => [ruleParagraph(index === 0), ...group]), ruleParagraph(true)];
}

function bottomFrame(width: number): IFrameOptions {
  return {
    type: 'alignment',
    width,
    wrap: FrameWrap.NOT_BESIDE,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
  };
}

/**
 * Rules are separate paragraphs: a paragraph border would be indented with its text, but 7.4.1 requires the full width.
 */
function ruleParagraph(outer: boolean): IParagraphOptions {
  return { style: outer ? styleIds.outerRule : styleIds.innerRule };
}

function footGroups(foot: Foot, width: number, style: Style): readonly Group[] {
  switch (foot.kind) {
    case 'none':
      return [];
    case 'colophon':
      return [distributionLines(foot, style), printedLines(foot, width, style)];
    case 'letter':
      return [distributionLines(foot, style)];
    case 'bulletin':
      return bulletinRows(foot, style).map((row) => [row]);
  }
}

/** 主送, where it is part of 版记, and 抄送, without a rule between them (7.4.2). */
function distributionLines({ sendTo, copyTo }: Colophon | LetterFoot, style: Style): Group {
  const line = (label: string, names: readonly string[]): Group =>
    names.length === 0 ? [] : [namesLine(label, names, style)];
  return [...line('主送', sendTo), ...line('抄送', copyTo)];
}

/** 印发机关 and 印发日期 on one line (7.4.3). */
function printedLines({ printer, printedOn }: Colophon, width: number, style: Style): Group {
  const printed = printedOn === '' ? '' : `${printedOn}印发`;
  if (printer + printed === '') return [];
  const tabStops = [{ type: TabStopType.RIGHT, position: width - smallCellWidth(style) }];
  const line = (children: readonly TextRun[]): IParagraphOptions => ({
    style: styleIds.colophonIssue,
    tabStops,
    children,
  });
  return leftAndRightRuns(printer, printed, colophonLineCells(style)).map(line);
}

function bulletinRows(foot: BulletinFoot, style: Style): Group {
  const lines = foot.lines.map((line) => namesLine(line.label, line.names, style));
  const printRunLine = { style: styleIds.printRun, children: [textRun(`（共印${foot.printRun}份）`)] };
  return [...lines, ...(foot.printRun === '' ? [] : [printRunLine])];
}

/** A label and names; wrapped lines align with the first name, and a full stop follows the last. */
function namesLine(label: string, names: readonly string[], style: Style): IParagraphOptions {
  const labelWidth = pointsToTwips(widthInCells(`${label}：`) * (style.size.small + style.grid.letterSpacing));
  const indent = { left: smallCellWidth(style) + labelWidth, hanging: labelWidth };
  return { style: styleIds.colophon, indent, children: [textRun(`${label}：${names.join('，')}。`)] };
}
