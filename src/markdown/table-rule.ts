import type MarkdownIt from 'markdown-it';
import table from 'markdown-it/lib/rules_block/table.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { Alignment, Cell } from '../model/block.js';
import { readInlines } from './inlines.js';
import { unsupportedMarkupIn } from './unsupported-markup.js';
import type { UnsupportedMarkup } from './unsupported-markup.js';

/** The token of a whole table. Its `meta` is a `ReadTable`. */
export const TABLE = 'table';

export interface ParsedTable {
  readonly aligns: readonly Alignment[];
  /** The header row first. */
  readonly rows: readonly (readonly Cell[])[];
  /** Unsupported markup in the order of the cells. */
  readonly unsupported: readonly UnsupportedMarkup[];
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
      const parsing = tableParser((text) => parser.parseInline(text, state.env)[0]?.children ?? []);
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

function tableParser(parse: (text: string) => readonly Token[]): TableParser {
  const parseCell = cellParser(parse);
  let aligns: readonly Alignment[] = [];
  const rows: (readonly Cell[])[] = [];
  const unsupported: UnsupportedMarkup[] = [];
  return {
    row: (tokens) => {
      if (rows.length === 0) aligns = tokens.filter(({ type }) => type === 'th_open').map(alignmentOf);
      const cells = tokens.filter(({ type }) => type === 'inline').map(({ content }) => parseCell(content));
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

/** Parses cells; short cells with equal text share one object. */
function cellParser(parse: (text: string) => readonly Token[]): (text: string) => ParsedCell {
  const cache = new Map<string, ParsedCell>();
  const parseCell = (text: string): ParsedCell => {
    const tokens = parse(text);
    return { inlines: readInlines(tokens), unsupported: unsupportedMarkupIn(text, tokens) };
  };
  return (text) => {
    if (text.length > MAX_SHARED_LENGTH) return parseCell(text);
    const cell = cache.get(text) ?? parseCell(text);
    cache.set(text, cell);
    return cell;
  };
}
