import type { Run } from './prose.js';

const HAN_OR_FULL_WIDTH = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u;
const LINE_MARKS = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]+)?/;
const ITEM_MARKS = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** The text of a block between two offsets of a file, without the marks of Markdown. */
export function stripMarks(source: string, start: number, end: number, inList: boolean): Run {
  const kept: number[] = [];
  let at = start;
  for (const line of source.slice(start, end).split('\n')) {
    const text = line.trimEnd();
    const skip = lead(text, inList);
    if (kept.length > 0 && needsSpace(source[kept.at(-1) ?? 0], text[skip])) kept.push(at - 1);
    kept.push(...inlineOffsets(text, skip).map((index) => at + index));
    at += line.length + 1;
  }
  return runOf(source, kept);
}

/** The characters at these offsets; a line end among them reads as a space. */
export function runOf(source: string, offsets: readonly number[]): Run {
  return { text: offsets.map((offset) => source[offset]?.replace('\n', ' ') ?? '').join(''), offsets };
}

function lead(line: string, inList: boolean): number {
  const item = inList ? ITEM_MARKS.exec(line) : null;
  return (item ?? LINE_MARKS.exec(line))?.[0].length ?? 0;
}

function needsSpace(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return !HAN_OR_FULL_WIDTH.test(left) && !HAN_OR_FULL_WIDTH.test(right);
}

/** A picture, the target of a link, a mark of emphasis, the backslash of an escape. */
const INLINE_MARKS = /!\[[^\]]*\]\([^)]*\)|(?<=\])\([^()]*\)|\*+|__|\\(?=[!-/:-@[-`{-~])|[[\]](?=[^[\]]*\]\(|\()/g;

function inlineOffsets(line: string, from: number): readonly number[] {
  const dropped = /[*_\\[\]]/.test(line) ? markOffsets(line, from) : NONE;
  const kept: number[] = [];
  for (let index = from; index < line.length; index += 1) if (!dropped.has(index)) kept.push(index);
  return kept;
}

const NONE: ReadonlySet<number> = new Set();

function markOffsets(line: string, from: number): ReadonlySet<number> {
  const dropped = new Set<number>();
  for (const match of line.slice(from).matchAll(INLINE_MARKS)) {
    const start = from + match.index;
    if (match[0].startsWith('*') && line[start - 1] === '\\') continue;
    for (let index = start; index < start + match[0].length; index += 1) dropped.add(index);
  }
  return dropped;
}

/** The cells of the table rows between two offsets, the row of dashes left out. */
export function cellRuns(source: string, start: number, end: number): readonly Run[] {
  const runs: Run[] = [];
  let at = start;
  for (const line of source.slice(start, end).split('\n')) {
    if (!/^[\s|:-]*$/.test(line)) runs.push(...rowRuns(source, line, at));
    at += line.length + 1;
  }
  return runs;
}

function rowRuns(source: string, line: string, at: number): readonly Run[] {
  return [...line.matchAll(/(?:\\.|[^|\\])+/g)].flatMap((match) => {
    const from = match.index + match[0].length - match[0].trimStart().length;
    const text = match[0].trim();
    if (text === '') return [];
    const offsets = inlineOffsets(line.slice(0, from + text.length), from).map((index) => at + index);
    return [runOf(source, offsets)];
  });
}

/** The places of a value's characters in the file, which may fold, quote or indent it; null where it is another text. */
export function alignValue(source: string, start: number, end: number, value: string): Run | null {
  const offsets: number[] = [];
  let at = start;
  for (let index = 0; index < value.length; index += 1) {
    const wanted = value[index] ?? '';
    const isSame = (found: string | undefined): boolean =>
      found === wanted || (/\s/.test(wanted) && /\s/.test(found ?? ''));
    while (at < end && !isSame(source[at])) {
      if (!/[\s"'|>\\+-]/.test(source[at] ?? '')) return null;
      at += 1;
    }
    if (at >= end) return null;
    offsets.push(at);
    at += 1;
  }
  return { text: value.replace(/\s/g, ' '), offsets };
}
