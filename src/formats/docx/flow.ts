import { FileChild, LineRuleType, Paragraph, type IParagraphOptions, type Table } from 'docx';
import { pointsToTwips } from '../../layout/units.js';
import { styleIds } from './styles/style-ids.js';
import { StreamedTable } from './package/docx-gaps.js';

/**
 * An element of a section. Paragraphs are options until the section is written, so that pagination options can be
 * added.
 */
export type FlowItem = IParagraphOptions | Table | StreamedTable;

export function isTable(flow: FlowItem): flow is Table | StreamedTable {
  return flow instanceof FileChild;
}

/** The tables that are inserted when the file is packed, in order. */
export function streamedTables(flow: readonly FlowItem[]): readonly StreamedTable[] {
  return flow.filter((each) => each instanceof StreamedTable);
}

/**
 * Blank lines of the grid. They are paragraphs, not spacing, so that they remain when a user deletes the text around
 * them.
 */
export function blankLines(count: number): readonly FlowItem[] {
  return Array.from({ length: count }, () => ({ style: styleIds.normal }));
}

/** An empty line of the given height in points; no line if the height is below 1 point. */
export function emptyLine(points: number): readonly FlowItem[] {
  if (points < 1) return [];
  return [{ style: styleIds.normal, spacing: { line: pointsToTwips(points), lineRule: LineRuleType.EXACT } }];
}

/** A paragraph of minimal height, which ends a section, separates two tables or begins a page. */
export function hairline(options: IParagraphOptions = {}): FlowItem {
  return { ...options, style: styleIds.hairline };
}

/** Sets “keep with next” on every paragraph. */
export function keepAllWithNext(flow: readonly FlowItem[]): readonly FlowItem[] {
  return flow.map((each) => (isTable(each) ? each : { ...each, keepNext: true }));
}

/** Sets “keep with next” on the last paragraph. */
export function keepLastWithNext(flow: readonly FlowItem[]): readonly FlowItem[] {
  return [...flow.slice(0, -1), ...keepAllWithNext(flow.slice(-1))];
}

/** Sets “keep lines together” on the last paragraph, because engines split paragraphs differently. */
export function keepLastLinesTogether(flow: readonly FlowItem[]): readonly FlowItem[] {
  const last = flow.slice(-1).map((each) => (isTable(each) ? each : { ...each, keepLines: true }));
  return [...flow.slice(0, -1), ...last];
}

/**
 * Sets “page break before” on the first paragraph; if the flow begins with a table, a hairline paragraph precedes it.
 */
export function startOnNewPage(flow: readonly FlowItem[]): readonly FlowItem[] {
  const [first, ...rest] = flow;
  if (first === undefined || isTable(first)) return [hairline({ pageBreakBefore: true }), ...flow];
  return [{ ...first, pageBreakBefore: true }, ...rest];
}

/**
 * The children of a section. Word joins adjacent tables, and a section must end with a paragraph, so one follows such
 * tables.
 */
export function toSectionChildren(flow: readonly FlowItem[]): readonly FileChild[] {
  return flow.flatMap((each, index) => {
    if (!isTable(each)) return [new Paragraph(each)];
    const next = flow[index + 1];
    return next === undefined || isTable(next) ? [each, new Paragraph(hairline() as IParagraphOptions)] : [each];
  });
}
