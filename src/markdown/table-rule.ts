import type MarkdownIt from 'markdown-it';
import table from 'markdown-it/lib/rules_block/table.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { Alignment, Cell } from '../model/block.js';
import type { Origin } from '../model/origin.js';
import { readInlines } from './inlines.js';
import type { PrintedValue } from './placeholders.js';
import { unprintableIn } from './unprintable.js';
import type { Unprintable } from './unprintable.js';

/** The token of a whole table. Its `meta` is a `ReadTable`. */
export const TABLE = 'table';

export interface ReadTable {
  readonly aligns: readonly Alignment[];
  /** The head first. */
  readonly rows: readonly (readonly Cell[])[];
  /** In the order of the cells. */
  readonly unprintable: readonly Unprintable[];
}

/** What tables are read with while they are parsed; the parser's environment. */
export interface TableContext {
  /** The origin of literal text on the lines from the first up to the second number. */
  readonly originOf: (from: number, to: number) => Origin;
  readonly values: readonly PrintedValue[];
}

/**
 * Has every row of a table read as soon as the parser's own rule has ended it, and makes one token of the whole. A cell is
 * otherwise four tokens until the last line has been parsed: hundreds of megabytes for a roll-up of a thousand units.
 */
export function foldTables(parser: MarkdownIt): void {
  parser.block.ruler.at(
    TABLE,
    (state, startLine, endLine, silent) => {
      if (silent) return table(state, startLine, endLine, silent);
      const context = state.env as TableContext;
      const read = tableReader((text) => parser.parseInline(text, context)[0]?.children ?? [], context);
      const found = eachRow(state, read.row, () => table(state, startLine, endLine, false));
      if (!found) return false;
      const token = state.push(TABLE, 'table', 0);
      token.map = [startLine, state.line];
      token.meta = read.table();
      return true;
    },
    { alt: ['paragraph', 'reference'] },
  );
}

/** Lends a rule other tokens to add to, and hands them over and forgets them whenever it has ended a row. */
function eachRow<T>(state: StateBlock, row: (tokens: readonly Token[]) => void, rule: () => T): T {
  const { tokens } = state;
  const push = state.push.bind(state);
  const lent: Token[] = [];
  state.tokens = lent;
  state.push = (type, tag, nesting) => {
    const token = push(type, tag, nesting);
    if (type === 'tr_close') row(lent.splice(0));
    return token;
  };
  try {
    return rule();
  } finally {
    Object.assign(state, { tokens, push });
  }
}

interface TableReader {
  readonly row: (tokens: readonly Token[]) => void;
  readonly table: () => ReadTable;
}

function tableReader(parse: (text: string) => readonly Token[], context: TableContext): TableReader {
  const read = cellReader(parse, context.values);
  let aligns: readonly Alignment[] = [];
  const rows: (readonly Cell[])[] = [];
  const unprintable: Unprintable[] = [];
  return {
    row: (tokens) => {
      if (rows.length === 0) aligns = tokens.filter(({ type }) => type === 'th_open').map(alignmentOf);
      const [from = 0, to = from + 1] = tokens.find(({ type }) => type === 'tr_open')?.map ?? [];
      const origin = context.originOf(from, to);
      const cells = tokens.filter(({ type }) => type === 'inline').map(({ content }) => read(content, origin));
      rows.push(cells.map(({ inlines }) => inlines));
      for (const cell of cells) unprintable.push(...cell.unprintable);
    },
    table: () => ({ aligns, rows, unprintable }),
  };
}

function alignmentOf(cell: Token): Alignment {
  const style = cell.attrGet('style') ?? '';
  if (style.includes('center')) return 'centre';
  return style.includes('right') ? 'right' : 'left';
}

interface ReadCell {
  readonly inlines: Cell;
  readonly unprintable: readonly Unprintable[];
}

/** Up to so many characters a cell is mostly a name, a date or a state that other rows repeat. */
const REPEATED = 40;

/** Reads cells. Short ones of the same text and origin are one object, which is read and held once. */
function cellReader(
  parse: (text: string) => readonly Token[],
  values: readonly PrintedValue[],
): (text: string, origin: Origin) => ReadCell {
  const cells = new Map<string, { readonly origin: Origin; readonly cell: ReadCell }>();
  const read = (text: string, origin: Origin): ReadCell => {
    const tokens = parse(text);
    return { inlines: readInlines(tokens, { origin, values }), unprintable: unprintableIn(text, tokens) };
  };
  return (text, origin) => {
    if (text.length > REPEATED) return read(text, origin);
    const seen = cells.get(text);
    if (seen?.origin === origin) return seen.cell;
    const cell = read(text, origin);
    cells.set(text, { origin, cell });
    return cell;
  };
}
