import { FileChild, LineRuleType, Paragraph, type IParagraphOptions, type Table } from 'docx';
import { twips } from '../../layout/units.js';
import { styleIds } from './styles/style-ids.js';
import { WrittenTable } from './body/table-xml.js';

/** What stands in a section, in order. Paragraphs stay options until the end, so that keeping them together is one more option. */
export type Flow = IParagraphOptions | Table | WrittenTable;

export function isTable(flow: Flow): flow is Table | WrittenTable {
  return flow instanceof FileChild;
}

/** The tables that take their places when the file is packed, in order. */
export function writtenTables(flow: readonly Flow[]): readonly WrittenTable[] {
  return flow.filter((each) => each instanceof WrittenTable);
}

/** An empty line of the grid: a line and no spacing, so that it stays when a typist deletes what is around it. */
export function blankLines(count: number): readonly Flow[] {
  return Array.from({ length: count }, () => ({ style: styleIds.normal }));
}

/** A line of so many points without text; none where that is too little for a line. */
export function emptyLine(points: number): readonly Flow[] {
  if (points < 1) return [];
  return [{ style: styleIds.normal, spacing: { line: twips(points), lineRule: LineRuleType.EXACT } }];
}

/** A paragraph of no height to speak of: it ends a section, holds two tables apart or begins a page. */
export function hairline(options: IParagraphOptions = {}): Flow {
  return { ...options, style: styleIds.hairline };
}

/** Keeps every paragraph on the page of the one after it. */
export function keepTogether(flow: readonly Flow[]): readonly Flow[] {
  return flow.map((each) => (isTable(each) ? each : { ...each, keepNext: true }));
}

/** Keeps the last paragraph, and so its last lines, on the page of what comes next. */
export function keepLast(flow: readonly Flow[]): readonly Flow[] {
  return [...flow.slice(0, -1), ...keepTogether(flow.slice(-1))];
}

/** Keeps the lines of the last paragraph on one page: engines differ in how they would divide it. */
export function keepLastWhole(flow: readonly Flow[]): readonly Flow[] {
  const last = flow.slice(-1).map((each) => (isTable(each) ? each : { ...each, keepLines: true }));
  return [...flow.slice(0, -1), ...last];
}

/** Begins a new page at the first of the given, which is a paragraph wherever a page has a head. */
export function onNewPage(flow: readonly Flow[]): readonly Flow[] {
  const [first, ...rest] = flow;
  if (first === undefined || isTable(first)) return [hairline({ pageBreakBefore: true }), ...flow];
  return [{ ...first, pageBreakBefore: true }, ...rest];
}

/** The children of a section. Word joins tables that touch, and a section must end in a paragraph. */
export function flowChildren(flow: readonly Flow[]): readonly FileChild[] {
  return flow.flatMap((each, index) => {
    if (!isTable(each)) return [new Paragraph(each)];
    const next = flow[index + 1];
    return next === undefined || isTable(next) ? [each, new Paragraph(hairline() as IParagraphOptions)] : [each];
  });
}
