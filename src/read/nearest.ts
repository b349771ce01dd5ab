import { closest, distance } from 'fastest-levenshtein';

/** The known word with the smallest edit distance; empty if none is within half of the word's length. */
export function nearestWord(word: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const candidate = closest(word, known);
  return distance(word, candidate) <= Math.max(1, Math.floor(word.length / 2)) ? candidate : '';
}
