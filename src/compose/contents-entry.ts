import { widthInCells } from '../layout/measure.js';
import type { Style } from '../model/style.js';
import { wordsOf } from './title.js';

/** A longer source is truncated, so that part of the title fits beside it. */
const MAX_SOURCE_CELLS = 12;

/** A longer word or phrase may be broken anywhere. */
const MAX_WORD_CELLS = 10;

/** The source printed after a title in the contents, truncated to the available width. */
export function fitSource(source: string): string {
  if (widthInCells(source) <= MAX_SOURCE_CELLS) return source;
  const characters = Array.from(source);
  while (widthInCells(characters.join('')) > MAX_SOURCE_CELLS - 1) characters.pop();
  return `${characters.join('')}…`;
}

/**
 * Breaks a title into lines of the contents, between words and outside `phrases`. The last line leaves space for a
 * leader and `source`. The lines joined are the title.
 */
export function breakEntry(
  title: string,
  source: string,
  phrases: readonly string[],
  { contents }: Style,
): readonly string[] {
  const widthOf = (line: number): number => contents.cells - (line === 0 ? 0 : contents.hang);
  const tail = contents.leader + 2 * contents.leaderGap + widthInCells(source);
  const lines = fillLines(wordsOf(title, phrases).flatMap(splitWord), widthOf);
  const last = lines.length - 1;
  if (widthInCells(lines[last]?.join('') ?? '') + tail <= widthOf(last)) return joinWords(lines);
  return joinWords([...lines.slice(0, -1), ...splitLastLine(lines[last] ?? [], widthOf(last + 1) - tail)]);
}

/** Splits a long word, which occurs only in Latin text, into characters. */
function splitWord(word: string): readonly string[] {
  return widthInCells(word) > MAX_WORD_CELLS ? Array.from(word) : [word];
}

function fillLines(words: readonly string[], widthOf: (line: number) => number): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  let used = 0;
  for (const word of words) {
    if (used > 0 && used + widthInCells(word) > widthOf(lines.length - 1)) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(word);
    used += widthInCells(word);
  }
  return lines;
}

/** Splits a line into two of similar width, the second at most `maxCells` wide. */
function splitLastLine(words: readonly string[], maxCells: number): readonly (readonly string[])[] {
  const half = widthInCells(words.join('')) / 2;
  let at = words.length;
  let second = 0;
  while (at > 0 && second < half && second + widthInCells(words[at - 1] ?? '') <= maxCells) {
    at -= 1;
    second += widthInCells(words[at] ?? '');
  }
  return [words.slice(0, at), words.slice(at)];
}

function joinWords(lines: readonly (readonly string[])[]): readonly string[] {
  return lines.map((words) => words.join(''));
}
