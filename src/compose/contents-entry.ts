import { cells } from '../layout/measure.js';
import type { Style } from '../model/style.js';
import { wordsOf } from './title.js';

/** A source longer than this is cut, so that some of the title still stands beside it. */
const MAX_SOURCE = 12;

/** A word or phrase longer than this is no help in breaking lines. */
const LONG_WORD = 10;

/** What follows a title in the contents, no longer than its place allows. */
export function fitSource(source: string): string {
  if (cells(source) <= MAX_SOURCE) return source;
  const characters = Array.from(source);
  while (cells(characters.join('')) > MAX_SOURCE - 1) characters.pop();
  return `${characters.join('')}…`;
}

/**
 * Breaks a title at whole words, `phrases` kept whole, into lines of the contents. The last line leaves room for a leader and for `source`.
 * Nothing is lost: the lines joined are the title.
 */
export function breakEntry(
  title: string,
  source: string,
  phrases: readonly string[],
  { contents }: Style,
): readonly string[] {
  const roomOf = (line: number): number => contents.cells - (line === 0 ? 0 : contents.hang);
  const tail = contents.leader + 2 * contents.leaderGap + cells(source);
  const lines = fill(wordsOf(title, phrases).flatMap(splitWord), roomOf);
  const last = lines.length - 1;
  if (cells(lines[last]?.join('') ?? '') + tail <= roomOf(last)) return joined(lines);
  return joined([...lines.slice(0, -1), ...halved(lines[last] ?? [], roomOf(last + 1) - tail)]);
}

/** A word longer than a line, which only Latin text has, is cut into characters. */
function splitWord(word: string): readonly string[] {
  return cells(word) > LONG_WORD ? Array.from(word) : [word];
}

function fill(words: readonly string[], roomOf: (line: number) => number): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  let used = 0;
  for (const word of words) {
    if (used > 0 && used + cells(word) > roomOf(lines.length - 1)) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(word);
    used += cells(word);
  }
  return lines;
}

/** Two lines in place of one, about as long as each other, the second no longer than `room`. */
function halved(words: readonly string[], room: number): readonly (readonly string[])[] {
  const half = cells(words.join('')) / 2;
  let at = words.length;
  let second = 0;
  while (at > 0 && second < half && second + cells(words[at - 1] ?? '') <= room) {
    at -= 1;
    second += cells(words[at] ?? '');
  }
  return [words.slice(0, at), words.slice(at)];
}

function joined(lines: readonly (readonly string[])[]): readonly string[] {
  return lines.map((words) => words.join(''));
}
