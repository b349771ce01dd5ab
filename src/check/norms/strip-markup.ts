import type { Piece, MappedText } from './prose.js';

const HAN_OR_FULL_WIDTH = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u;
const LINE_MARKS = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]+)?/;
const ITEM_MARKS = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** The text of a block between two offsets of a file, without the marks of Markdown. */
export function stripMarkup(source: string, start: number, end: number, inList: boolean): MappedText {
  const kept: Piece[] = [];
  let at = start;
  for (const line of source.slice(start, end).split('\n')) {
    const text = line.trimEnd();
    const skip = leadLength(text, inList);
    const last = kept.at(-1);
    if (last && needsSpace(source[last.end - 1], text[skip])) kept.push({ start: at - 1, end: at });
    kept.push(...piecesWithoutMarks(text, skip, at));
    at += line.length + 1;
  }
  return toMappedText(source, kept);
}

/** The characters of these pieces of a file; a line end among them reads as a space. */
function toMappedText(source: string, pieces: readonly Piece[]): MappedText {
  const text = pieces.map(({ start, end }) => source.slice(start, end)).join('');
  return { text: text.replaceAll('\n', ' '), pieces };
}

function leadLength(line: string, inList: boolean): number {
  const item = inList ? ITEM_MARKS.exec(line) : null;
  return (item ?? LINE_MARKS.exec(line))?.[0].length ?? 0;
}

function needsSpace(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return !HAN_OR_FULL_WIDTH.test(left) && !HAN_OR_FULL_WIDTH.test(right);
}

/** A picture, the target of a link, a mark of emphasis, the backslash of an escape. */
const INLINE_MARKS = /!\[[^\]]*\]\([^)]*\)|(?<=\])\([^()]*\)|\*+|__|\\(?=[!-/:-@[-`{-~])|[[\]](?=[^[\]]*\]\(|\()/g;

/** What is left of a line from `from` on, as pieces of the file in which the line begins at `at`. */
function piecesWithoutMarks(line: string, from: number, at: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  for (const mark of marksOf(line, from)) {
    if (mark.start > start) pieces.push({ start: at + start, end: at + mark.start });
    start = mark.end;
  }
  if (line.length > start) pieces.push({ start: at + start, end: at + line.length });
  return pieces;
}

function marksOf(line: string, from: number): readonly Piece[] {
  if (!/[*_\\[\]]/.test(line)) return [];
  return [...line.slice(from).matchAll(INLINE_MARKS)]
    .map((match) => ({ text: match[0], start: from + match.index, end: from + match.index + match[0].length }))
    .filter(({ text, start }) => !(text.startsWith('*') && line[start - 1] === '\\'));
}

/** The cells of the table rows between two offsets, the row of dashes left out. */
export function cellTexts(source: string, start: number, end: number): readonly MappedText[] {
  const runs: MappedText[] = [];
  let at = start;
  for (const line of source.slice(start, end).split('\n')) {
    if (!/^[\s|:-]*$/.test(line)) runs.push(...rowTexts(source, line, at));
    at += line.length + 1;
  }
  return runs;
}

function rowTexts(source: string, line: string, at: number): readonly MappedText[] {
  return [...line.matchAll(/(?:\\.|[^|\\])+/g)].flatMap((match) => {
    const from = match.index + match[0].length - match[0].trimStart().length;
    const text = match[0].trim();
    if (text === '') return [];
    return [toMappedText(source, piecesWithoutMarks(line.slice(0, from + text.length), from, at))];
  });
}

/** The places of a value's characters in the file, which may fold, quote or indent it; null where it is another text. */
export function alignValue(source: string, start: number, end: number, value: string): MappedText | null {
  const pieces = alignVerbatim(source, start, end, value) ?? alignCharacters(source, start, end, value);
  return pieces && { text: value.replace(/\s/g, ' '), pieces };
}

/** Most values stand in the file as they are, bare or in quotes. */
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
