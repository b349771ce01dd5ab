import { CITATION, citationsIn } from '../markdown/citation.js';
import type { Block, Cell, Inline, ListItem, Table } from '../model/block.js';
import { plainText } from '../model/block.js';
import type { Doc } from '../model/doc.js';
import { columnName, rowLabel } from '../model/figures.js';
import { ComputedOrigin } from '../model/origin.js';
import type { Origin } from '../model/origin.js';
import { MISSING } from '../markdown/placeholders.js';
import type { Kind } from '../model/kind.js';
import type { Project } from '../model/project.js';
import { tablesOf } from '../model/doc-tables.js';
import type { ComposeContext } from './compose-context.js';
import type { CitationResult } from './cited.js';

/** Returns a roll-up as of the day of the citing document; null if the roll-up has no data yet. */
export type RollupOn = (kind: Kind) => Doc | null;

/** Resolves a citation: roll-up, table (optional), row (合计 by default) and column. */
export function cite(name: string, project: Project, rollupOn: RollupOn): CitationResult {
  const [title = '', ...rest] = name.split(/[：:]/).map(withoutSpaces);
  const rollups = project.kinds.filter(({ scope }) => scope === 'project');
  const kind = rollups.find(({ label }) => label === title);
  if (!kind) {
    const known = rollups.map(({ label }) => label);
    return { kind: 'unknown', message: `没有“${title}”这个汇总表`, known, asked: title };
  }
  if (rest.length < 1 || rest.length > 3) {
    const message = '引用数字要写“汇总表：行：栏”，合计可以只写“汇总表：栏”';
    return { kind: 'unknown', message, known: [], asked: '' };
  }
  const rollup = rollupOn(kind);
  if (!rollup) return { kind: 'unreported' };
  const [column = '', row = '合计', caption = ''] = rest.toReversed();
  return citeIn(rollup, caption, row, column);
}

function citeIn(doc: Doc, caption: string, row: string, column: string): CitationResult {
  const all = tablesOf(doc);
  const tables = caption === '' ? all : all.filter((table) => withoutSpaces(table.caption) === caption);
  if (tables.length === 0) {
    const known = all.map((table) => table.caption);
    return { kind: 'unknown', message: `没有“${caption}”这张表`, known, asked: caption };
  }
  const withRow = tables.filter((table) => rowsOf(table, row).length > 0);
  if (withRow.length === 0) return unknownRow(tables, row);
  const cells = withRow.flatMap((table) => cellsOf(table, row, column).map((cell) => ({ table, cell })));
  if (cells.length === 0) return unknownColumn(withRow, column);
  const texts = new Set(cells.map(({ cell }) => plainText(cell)));
  if (texts.size > 1) {
    const known = [...new Set(cells.map(({ table }) => table.caption))];
    return { kind: 'unknown', message: `“${row}：${column}”不止一处，数不相同，前面加上表名`, known, asked: '' };
  }
  const [first] = cells;
  const text = first ? plainText(first.cell) : '';
  if (!first || !/^-?\d/.test(text)) return { kind: 'unreported' };
  return { kind: 'figure', text, origin: new ComputedOrigin(() => originsIn(first.cell), text) };
}

function unknownRow(tables: readonly Table[], row: string): CitationResult {
  const known = [...new Set(tables.flatMap((table) => table.rows.map(rowLabel)))].filter((label) => label !== '');
  return { kind: 'unknown', message: `没有“${row}”这一行`, known, asked: row };
}

function unknownColumn(tables: readonly Table[], column: string): CitationResult {
  const known = [...new Set(tables.flatMap((table) => table.header.map(columnName)))];
  return { kind: 'unknown', message: `没有“${column}”这一栏`, known, asked: column };
}

function rowsOf(table: Table, row: string): Table['rows'] {
  return table.rows.filter((cells) => withoutSpaces(rowLabel(cells)) === row);
}

/** A citation may leave out the unit in brackets and the further lines of a header. */
function cellsOf(table: Table, row: string, column: string): readonly (readonly Inline[])[] {
  const exact = table.header.findIndex((cell) => withoutSpaces(plainText(cell)) === column);
  const short = (cell: readonly Inline[]): string => withoutSpaces(columnName(cell)).replace(/（[^（）]*）$/u, '');
  const index = exact >= 0 ? exact : table.header.findIndex((cell) => short(cell) === column);
  return index < 0 ? [] : rowsOf(table, row).flatMap((cells) => (cells[index] ? [cells[index]] : []));
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}

/** Replaces every citation in the running text of blocks by its figure, or by a missing value. */
export function withFigures(blocks: readonly Block[], context: ComposeContext): readonly Block[] {
  return blocks.map((block) => blockWithFigures(block, context));
}

function blockWithFigures(block: Block, context: ComposeContext): Block {
  const replace = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.flatMap((child) => inlineWithFigures(child, context));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, inlines: replace(block.inlines) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item): ListItem => ({ ...item, blocks: withFigures(item.blocks, context) })),
      };
    case 'table':
      return { ...block, header: block.header.map(replace), rows: block.rows.map((row) => row.map(replace)) };
    case 'quote':
    case 'landscape':
      return { ...block, blocks: withFigures(block.blocks, context) };
    default:
      return block;
  }
}

function inlineWithFigures(inline: Inline, context: ComposeContext): readonly Inline[] {
  if (inline.kind === 'strong' || inline.kind === 'emphasis')
    return [{ ...inline, inlines: inline.inlines.flatMap((child) => inlineWithFigures(child, context)) }];
  if (inline.kind !== 'text' || citationsIn(inline.text).length === 0) return [inline];
  return inline.text.split(CITATION).flatMap((part, index): readonly Inline[] => {
    if (index % 2 === 1) return [citedFigure(part, context)];
    return part === '' ? [] : [{ ...inline, text: part }];
  });
}

function citedFigure(name: string, context: ComposeContext): Inline {
  const cited = context.cite(name);
  if (cited.kind !== 'figure') return { kind: 'missing', text: MISSING };
  return { kind: 'text', text: cited.text, origin: cited.origin };
}

/** The origins of everything in a cell. */
function originsIn(cell: Cell): readonly Origin[] {
  return cell.flatMap((inline): readonly Origin[] => {
    if (inline.kind === 'strong' || inline.kind === 'emphasis') return originsIn(inline.inlines);
    return inline.kind === 'text' && inline.origin ? [inline.origin] : [];
  });
}
