import { scanPart, type Parts } from './part.js';

/** How a number is shown, as far as its meaning depends on it. */
export type NumberKind = 'number' | 'percent' | 'date';

const PERCENT_IDS = new Set([9, 10]);
/** Built-in formats of dates and times, those of Chinese programs included (ECMA-376-1, 18.8.30). */
const DATE_RANGES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** The kind of number of each cell format, by the index that cells refer to. */
export function readNumberFormats(parts: Parts): readonly NumberKind[] {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  scanPart(parts, 'xl/styles.xml', {
    open: (path, { numFmtId, formatCode }) => {
      if (path === 'styleSheet/numFmts/numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (path === 'styleSheet/cellXfs/xf') kinds.push(kindOf(Number(numFmtId ?? 0), codes));
    },
  });
  return kinds;
}

function kindOf(id: number, codes: ReadonlyMap<number, string>): NumberKind {
  const code = codes.get(id);
  if (code !== undefined) return kindOfCode(code);
  if (PERCENT_IDS.has(id)) return 'percent';
  return DATE_RANGES.some(([first, last]) => id >= first && id <= last) ? 'date' : 'number';
}

/** Quoted and escaped characters, colours and conditions in brackets, and the names of the general format. */
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|G\/通用格式/giu;

/** The kind of number of a format code such as `yyyy"年"m"月"` or `0.00%`. */
export function kindOfCode(code: string): NumberKind {
  const plain = code.replace(LITERAL, '');
  if (plain.includes('%')) return 'percent';
  return /[ymdhs]|aaa/i.test(plain) ? 'date' : 'number';
}
