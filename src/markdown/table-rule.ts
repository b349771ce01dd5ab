import type MarkdownIt from 'markdown-it';
import table from 'markdown-it/lib/rules_block/table.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { Alignment, Cell } from '../model/block.js';
import type { Origin } from '../model/origin.js';
import { readInlines } from './inlines.js';
import type { PrintedValue } from './placeholders.js';
import { unsupportedMarkupIn } from './unsupported-markup.js';
import type { UnsupportedMarkup } from './unsupported-markup.js';

/** The token of a whole table. Its `meta` is a `ParsedTable`. */
export const TABLE = 'table';

export interface ParsedTable {
  readonly aligns: readonly Alignment[];
  /** The header row first. */
  readonly rows: readonly (readonly Cell[])[];
  /** Unsupported markup in the order of the cells. */
  readonly unsupported: readonly UnsupportedMarkup[];
}

/** The parser's environment: what table cells are parsed with. */
export interface TableContext {
  /** The origin of literal text on the lines from the first up to the second number. */
  readonly originOf: (from: number, to: number) => Origin;
  readonly values: readonly PrintedValue[];
}

/**
 * Replaces the table rule by one that parses each row as soon as the original rule has finished it, and emits a single
 * token per table. Otherwise every cell is four tokens until the last line has been parsed: hundreds of megabytes for a
 * roll-up of a thousand units.
 */
export function installTableRule(parser: MarkdownIt): void {
  parser.block.ruler.at(
    TABLE,
    (state, startLine, endLine, silent) => {
      if (silent) return table(state, startLine, endLine, silent);
      const context = state.env as TableContext;
      const parsing = tableParser((text) => parser.parseInline(text, context)[0]?.children ?? [], context);
      const isTable = withRowHandler(state, parsing.row, () => table(state, startLine, endLine, false));
      if (!isTable) return false;
      const token = state.push(TABLE, 'table', 0);
      token.map = [startLine, state.line];
      token.meta = parsing.table();
      return true;
    },
    { alt: ['paragraph', 'reference'] },
  );
}

/** Runs a rule with a temporary token list, which is passed to `row` and cleared after each row. */
function withRowHandler<T>(state: StateBlock, row: (tokens: readonly Token[]) => void, rule: () => T): T {
  const { tokens } = state;
  const push = state.push.bind(state);
  const rowTokens: Token[] = [];
  state.tokens = rowTokens;
  state.push = (type, tag, nesting) => {
    const token = push(type, tag, nesting);
    if (type === 'tr_close') row(rowTokens.splice(0));
    return token;
  };
  try {
    return rule();
  } finally {
    Object.assign(state, { tokens, push });
  }
}

interface TableParser {
  readonly row: (tokens: readonly Token[]) => void;
  readonly table: () => ParsedTable;
}

function tableParser(parse: (text: string) => readonly Token[], context: TableContext): TableParser {
  const parseCell = cellParser(parse, context.values);
  let aligns: readonly Alignment[] = [];
  const rows: (readonly Cell[])[] = [];
  const unsupported: UnsupportedMarkup[] = [];
  return {
    row: (tokens) => {
      if (rows.length === 0) aligns = tokens.filter(({ type }) => type === 'th_open').map(alignmentOf);
      const [from = 0, to = from + 1] = tokens.find(({ type }) => type === 'tr_open')?.map ?? [];
      const origin = context.originOf(from, to);
      const cells = tokens.filter(({ type }) => type === 'inline').map(({ content }) => parseCell(content, origin));
      rows.push(cells.map(({ inlines }) => inlines));
      for (const cell of cells) unsupported.push(...cell.unsupported);
    },
    table: () => ({ aligns, rows, unsupported }),
  };
}

function alignmentOf(cell: Token): Alignment {
  const style = cell.attrGet('style') ?? '';
  if (style.includes('center')) return 'centre';
  return style.includes('right') ? 'right' : 'left';
}

interface ParsedCell {
  readonly inlines: Cell;
  readonly unsupported: readonly UnsupportedMarkup[];
}

/** Cells up to this length are mostly names, dates or states, which recur in other rows. */
const MAX_SHARED_LENGTH = 40;

/** Parses cells; short cells of equal text and origin share one object. */
function cellParser(
  parse: (text: string) => readonly Token[],
  values: readonly PrintedValue[],
): (text: string, origin: Origin) => ParsedCell {
  const cache = new Map<string, { readonly origin: Origin; readonly cell: ParsedCell }>();
  const parseCell = (text: string, origin: Origin): ParsedCell => {
    const tokens = parse(text);
    return { inlines: readInlines(tokens, { origin, values }), unsupported: unsupportedMarkupIn(text, tokens) };
  };
  return (text, origin) => {
    if (text.length > MAX_SHARED_LENGTH) return parseCell(text, origin);
    const cached = cache.get(text);
    if (cached?.origin === origin) return cached.cell;
    const cell = parseCell(text, origin);
    cache.set(text, { origin, cell });
    return cell;
  };
}
