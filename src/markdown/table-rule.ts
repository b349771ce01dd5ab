import type MarkdownIt from 'markdown-it';
import table from 'markdown-it/lib/rules_block/table.mjs';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { Alignment, Cell } from '../model/block.js';
import { readInlines } from './inlines.js';
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

/**
 * Has every row of a table read as soon as the parser's own rule has ended it, and makes one token of the whole. A cell is
 * otherwise four tokens until the last line has been parsed: hundreds of megabytes for a roll-up of a thousand units.
 */
export function foldTables(parser: MarkdownIt): void {
  parser.block.ruler.at(
    TABLE,
    (state, startLine, endLine, silent) => {
      if (silent) return table(state, startLine, endLine, silent);
      const read = tableReader((text) => parser.parseInline(text, state.env)[0]?.children ?? []);
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

function tableReader(parse: (text: string) => readonly Token[]): TableReader {
  const read = cellReader(parse);
  let aligns: readonly Alignment[] = [];
  const rows: (readonly Cell[])[] = [];
  const unprintable: Unprintable[] = [];
  return {
    row: (tokens) => {
      if (rows.length === 0) aligns = tokens.filter(({ type }) => type === 'th_open').map(alignmentOf);
      const cells = tokens.filter(({ type }) => type === 'inline').map(({ content }) => read(content));
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

/** Up to so many characters a cell is mostly a name, a date or a state, which other rows say too. */
const REPEATED = 40;

/** Reads cells; short ones that say the same are the same object, which is read and held once. */
function cellReader(parse: (text: string) => readonly Token[]): (text: string) => ReadCell {
  const known = new Map<string, ReadCell>();
  const read = (text: string): ReadCell => {
    const tokens = parse(text);
    return { inlines: readInlines(tokens), unprintable: unprintableIn(text, tokens) };
  };
  return (text) => {
    if (text.length > REPEATED) return read(text);
    const cell = known.get(text) ?? read(text);
    known.set(text, cell);
    return cell;
  };
}
