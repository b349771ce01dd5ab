import type { Piece, MappedText } from './prose.js';

const HAN_OR_FULL_WIDTH = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u;
const LINE_PREFIX = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]+)?/;
const ITEM_PREFIX = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** The text of a block between two offsets of a file, without Markdown syntax. */
export function stripMarkup(source: string, start: number, end: number, inList: boolean): MappedText {
  const pieces: Piece[] = [];
  let at = start;
  for (const line of source.slice(start, end).split('\n')) {
    const text = line.trimEnd();
    const skip = prefixLength(text, inList);
    const last = pieces.at(-1);
    if (last && needsSpace(source[last.end - 1], text[skip])) pieces.push({ start: at - 1, end: at });
    pieces.push(...piecesWithoutSyntax(text, skip, at));
    at += line.length + 1;
  }
  return toMappedText(source, pieces);
}

/** The text of these ranges of a file; a line end becomes a space. */
function toMappedText(source: string, pieces: readonly Piece[]): MappedText {
  const text = pieces.map(({ start, end }) => source.slice(start, end)).join('');
  return { text: text.replaceAll('\n', ' '), pieces };
}

function prefixLength(line: string, inList: boolean): number {
  const item = inList ? ITEM_PREFIX.exec(line) : null;
  return (item ?? LINE_PREFIX.exec(line))?.[0].length ?? 0;
}

function needsSpace(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return !HAN_OR_FULL_WIDTH.test(left) && !HAN_OR_FULL_WIDTH.test(right);
}

/** A picture, the target of a link, an emphasis delimiter, the backslash of an escape. */
const INLINE_SYNTAX = /!\[[^\]]*\]\([^)]*\)|(?<=\])\([^()]*\)|\*+|__|\\(?=[!-/:-@[-`{-~])|[[\]](?=[^[\]]*\]\(|\()/g;

/** The ranges of a line from `from` on without inline syntax; the line begins at offset `at` of the file. */
function piecesWithoutSyntax(line: string, from: number, at: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  for (const syntax of inlineSyntaxOf(line, from)) {
    if (syntax.start > start) pieces.push({ start: at + start, end: at + syntax.start });
    start = syntax.end;
  }
  if (line.length > start) pieces.push({ start: at + start, end: at + line.length });
  return pieces;
}

function inlineSyntaxOf(line: string, from: number): readonly Piece[] {
  if (!/[*_\\[\]]/.test(line)) return [];
  return [...line.slice(from).matchAll(INLINE_SYNTAX)]
    .map((match) => ({ text: match[0], start: from + match.index, end: from + match.index + match[0].length }))
    .filter(({ text, start }) => !(text.startsWith('*') && line[start - 1] === '\\'));
}

/** The cells of the table rows between two offsets, without the delimiter row. */
export function cellTexts(source: string, start: number, end: number): readonly MappedText[] {
  const cells: MappedText[] = [];
  let at = start;
  for (const line of source.slice(start, end).split('\n')) {
    if (!/^[\s|:-]*$/.test(line)) cells.push(...rowTexts(source, line, at));
    at += line.length + 1;
  }
  return cells;
}

function rowTexts(source: string, line: string, at: number): readonly MappedText[] {
  return [...line.matchAll(/(?:\\.|[^|\\])+/g)].flatMap((match) => {
    const from = match.index + match[0].length - match[0].trimStart().length;
    const text = match[0].trim();
    if (text === '') return [];
    return [toMappedText(source, piecesWithoutSyntax(line.slice(0, from + text.length), from, at))];
  });
}

/** A value with the places of its characters in the file, which may fold, quote or indent it; null if they differ. */
export function alignValue(source: string, start: number, end: number, value: string): MappedText | null {
  const pieces = alignVerbatim(source, start, end, value) ?? alignCharacters(source, start, end, value);
  return pieces && { text: value.replace(/\s/g, ' '), pieces };
}

/** Most values occur in the file verbatim, plain or in quotes. */
function alignVerbatim(source: string, start: number, end: number, value: string): readonly Piece[] | null {
  const from = /["']/.test(source.charAt(start)) ? start + 1 : start;
  const isWhole = from + value.length <= end && source.startsWith(value, from);
  return isWhole && value !== '' ? [{ start: from, end: from + value.length }] : null;
}

function alignCharacters(source: string, start: number, end: number, value: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let at = start;
  for (const wanted of value.split('')) {
    const isSame = (found: string | undefined): boolean =>
      found === wanted || (/\s/.test(wanted) && /\s/.test(found ?? ''));
    while (at < end && !isSame(source[at])) {
      if (!/[\s"'|>\\+-]/.test(source[at] ?? '')) return null;
      at += 1;
    }
    if (at >= end) return null;
    pieces.push({ start: at, end: at + 1 });
    at += 1;
  }
  return pieces;
}
